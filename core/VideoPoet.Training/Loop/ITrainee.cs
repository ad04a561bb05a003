using System.Collections.ObjectModel;

namespace VideoPoet.Training;

/// <summary>What a run trains: networks with their optimisers, and the data that they learn from.</summary>
/// <remarks>
/// A step depends on nothing but <see cref="Parts"/> and <see cref="StepContext"/>: the loop seeds libtorch before each, so that a run that was
/// stopped and resumed takes the same steps as one that was not.
/// </remarks>
public interface ITrainee : IDisposable
{
    /// <summary>Everything that a checkpoint holds.</summary>
    TrainingParts Parts { get; }

    /// <summary>The figure of evaluations that tells how good the weights are; null when none does. A recipe may name another.</summary>
    Goal? Goal { get; }

    /// <summary>
    /// What a checkpoint must have been made with to be gone on from, beside the recipe: by its path, such as <c>vocabulary:visual codes</c>.
    /// </summary>
    IReadOnlyDictionary<string, string> Facts => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Where what steps do changes in a run of so many steps: as many turns whatever their number, in the same order. Of several at one step, the last
    /// says what the step does.
    /// </summary>
    /// <param name="steps">The steps of the whole run.</param>
    IReadOnlyList<Turn> Turns(long steps) => [];

    /// <summary>What the last step learned from, in a few letters for the log; null when that is not told.</summary>
    string? Samples => null;

    /// <summary>Takes one step: draws a batch and updates the weights.</summary>
    /// <param name="context">Which step.</param>
    /// <returns>
    /// The losses and other numbers of the step, in a fixed order. A number that is not finite, and <see cref="Figure.SkippedUpdates"/>, mean
    /// that the step failed; a number that a step does not have is left out.
    /// </returns>
    IReadOnlyList<Figure> Step(StepContext context);

    /// <summary>Measures the weights on held-out data, and writes pictures or sounds of it.</summary>
    /// <param name="step">The steps that were taken.</param>
    /// <param name="folder">An empty folder for pictures and sounds.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken);

    /// <summary>Writes the trained weights as users load them, beside their target and then renamed.</summary>
    /// <param name="folder">The folder, which exists.</param>
    void Export(string folder);
}

/// <summary>Which step of a run is taken.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Steps">The steps of the whole run.</param>
/// <param name="Seed">The seed of the run.</param>
public readonly record struct StepContext(long Step, long Steps, long Seed);

/// <summary>A number that a step or an evaluation reports.</summary>
/// <param name="Name">
/// What it is, in lower-case words joined by underscores, such as <c>psnr_db</c>; one of several of a kind after a slash: <c>loss/text-to-video</c>.
/// </param>
/// <param name="Value">Its value; NaN is written as such.</param>
public readonly record struct Figure(string Name, double Value)
{
    /// <summary>The name of the figure by which a step says how many of its updates were left out, because they would have done harm.</summary>
    public const string SkippedUpdates = "skipped_updates";
}
