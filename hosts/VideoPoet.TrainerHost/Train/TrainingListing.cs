using VideoPoet.Specs;
using VideoPoet.Training;
using static TorchSharp.torch;

namespace VideoPoet.TrainerHost.Train;

/// <summary>What the verb <c>train</c> says of a run.</summary>
/// <param name="Trains">The kind of network.</param>
/// <param name="Networks">The parameters of each part that is trained or averaged.</param>
/// <param name="Steps">The steps of the whole run.</param>
/// <param name="Data">What it learns from.</param>
/// <param name="BadFiles">What is left out, and why.</param>
/// <param name="Folder">The folder of the run.</param>
internal sealed record TrainingListing(
    string Trains, IReadOnlyDictionary<string, long> Networks, long Steps, string Data, IReadOnlyList<string> BadFiles, string Folder)
{
    /// <summary>What the stages take; null where no trial was made.</summary>
    public IReadOnlyList<StageCost>? Stages { get; init; }

    /// <summary>The time of all stages without evaluations, seconds; null where no trial was made.</summary>
    public double? Seconds => Stages?.Sum(stage => stage.Steps * stage.SecondsPerStep);

    /// <summary>The most memory that this process has had; null where no trial was made.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>What is known of a language model's run before it begins.</summary>
    public LanguageModelCosts? LanguageModel { get; init; }

    /// <summary>By which figure the best weights are told, what it was and after which step; null where nothing says which are better.</summary>
    public BestEvaluation? Best { get; init; }

    /// <summary>The steps whose updates were left out.</summary>
    public long? FailedSteps { get; init; }

    /// <summary>The steps that were taken, with those of earlier runs; null where none was to be taken.</summary>
    public long? StepsTaken { get; init; }

    /// <summary>Where the trained weights lie; null where no step was to be taken.</summary>
    public string? Weights { get; init; }

    /// <summary>What the last evaluation measured; what is no finite number is null.</summary>
    public IReadOnlyDictionary<string, double?>? Evaluation { get; init; }

    public static TrainingListing Of(string kind, RecipeSpec recipe, OpenedTrainee opened) => new(
        kind,
        opened.Trainee.Parts.Modules.ToDictionary(part => part.Key, part => ParametersOf(part.Value)),
        recipe.Steps,
        opened.Data,
        [.. opened.BadFiles.Select(file => $"{file.Entry.Place}: {file.Reason}")],
        Path.GetFullPath(recipe.Checkpoints.Folder));

    /// <summary>Adds how the run ended.</summary>
    public TrainingListing With(RunResult result) => this with
    {
        StepsTaken = result.Step,
        Weights = result.Weights,
        Best = result.Best,
        FailedSteps = result.FailedSteps,
        Evaluation = result.Evaluation.ToDictionary(figure => figure.Name, figure => double.IsFinite(figure.Value) ? figure.Value : (double?)null),
    };

    private static long ParametersOf(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());
}
