using TorchSharp;
using VideoPoet.Data;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Perceptual;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;
using VideoPoet.Training.Perceptual;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>
/// Trains a <see cref="SmallFeatureNetwork"/> to see pictures as people do, without their judgements: which of two changes of a picture is seen less
/// is known from how it was changed.
/// </summary>
public sealed class FeatureNetworkTrainee : ITrainee
{
    /// <summary>The name of the file of trained weights.</summary>
    public const string WeightFileName = "feature-network.safetensors";

    // The pictures that share their kinds of change; of four groups, one is asked about strengths.
    private const int Group = 4;

    private const int HeldOutLimit = 512;

    private readonly FeatureNetworkRecipeSpec _recipe;
    private readonly VideoLibrary _library;
    private readonly LearningNetwork<SmallFeatureNetwork> _learning;
    private readonly PairMaker _pairs = new(DistortionSets.Taught);
    private readonly ComparisonTest _test;
    private readonly Tensor[] _heldOut;

    /// <summary>Makes a network with random weights that follow from the recipe's seed.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="library">The pictures, of the recipe's size; it must live as long as the trainee.</param>
    /// <exception cref="ArgumentException">The pictures are too small, or too few are held out.</exception>
    public FeatureNetworkTrainee(FeatureNetworkRecipeSpec recipe, VideoLibrary library)
    {
        (_recipe, _library) = (recipe, library);
        manual_seed(recipe.Seed);
        _learning = new(new(recipe.Channels), recipe, "network", "optimizer");
        _heldOut = [.. library.HeldOut(frames: 1, HeldOutLimit).Select(Picture)];
        _test = new(_heldOut);
    }

    /// <inheritdoc/>
    public TrainingParts Parts => _learning.Parts;

    /// <inheritdoc/>
    public Goal? Goal { get; } = new("untaught_equal_error", IsHighest: true);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Step(StepContext context)
    {
        using var scope = NewDisposeScope();
        var pictures = _library.Draw(context.Seed, context.Step, _recipe.Batch, frames: 1).squeeze(2);
        var pairs = pictures.split(Group).Select((group, place) => place % 4 == 0 ? _pairs.OfStrengths(group) : _pairs.OfEqualError(group)).ToList();
        var (loss, doubt, accuracy) = Loss(pairs);
        _learning.Learn(loss, context.Step);
        return [new("loss", loss.ToDouble()), new("doubt", doubt.ToDouble()), new("accuracy", accuracy.ToDouble()), .. _learning.Figures];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken) =>
        Task.FromResult(Evaluate(step, cancellationToken));

    /// <summary>Writes <see cref="WeightFileName"/>.</summary>
    /// <inheritdoc/>
    public void Export(string folder)
    {
        using var averaged = _learning.Averaged();
        SafetensorsWriter.Write(Path.Combine(folder, WeightFileName), _learning.Network);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _learning.Dispose();
        foreach (var picture in _heldOut)
            picture.Dispose();
    }

    private IReadOnlyList<Figure> Evaluate(long step, CancellationToken cancellationToken)
    {
        using var averaged = _learning.Averaged();
        var figures = _test.Ask(ComparisonTest.DistanceOf(_learning.Network), _recipe.Evaluation.Batches, cancellationToken);
        if (step < _recipe.Steps)
            return figures;
        // At the end, what two measures without training answer.
        using var untrained = new SmallFeatureNetwork(_recipe.Channels);
        return
        [
            .. figures,
            .. Named("untrained", _test.Ask(ComparisonTest.DistanceOf(untrained), _recipe.Evaluation.Batches, cancellationToken)),
            .. Named("squared_error", _test.Ask(ComparisonTest.SquaredError, _recipe.Evaluation.Batches, cancellationToken)),
        ];
    }

    private (Tensor Loss, Tensor Doubt, Tensor Accuracy) Loss(IReadOnlyList<PicturePair> pairs)
    {
        using var _ = ComputingPrecision.Enter(_recipe.Precision);
        return ComparisonLoss.Of(_learning.Network, pairs);
    }

    private static IEnumerable<Figure> Named(string measure, IEnumerable<Figure> figures) =>
        figures.Select(figure => figure with { Name = $"{measure}_{figure.Name}" });

    private static Tensor Picture(VideoWindow window)
    {
        using var scope = NewDisposeScope();
        return PixelTensors.ToTensor(window.Frames).squeeze(2).DetachFromDisposeScope();
    }
}
