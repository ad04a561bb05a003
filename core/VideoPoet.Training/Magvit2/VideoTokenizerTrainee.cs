using TorchSharp;
using VideoPoet.Data;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Perceptual;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>
/// Trains MAGVIT-v2: on single frames, then, after its filters were inflated, on clips. The loss compares pixels and, by the recipe, features and a
/// discriminator's logits.
/// </summary>
/// <remarks>Evaluation and export use the moving average of the weights when the recipe has one.</remarks>
public sealed class VideoTokenizerTrainee : ITrainee
{
    private readonly VideoTokenizerRecipeSpec _recipe;
    private readonly VideoLibrary _library;
    private readonly LearningNetwork<VideoTokenizer> _learning;
    private readonly TokenizerObjective _objective;
    private readonly AdversarialTraining? _adversarial;

    /// <summary>Makes the networks, with random parameters that follow from the recipe's seed or with the weights that it names.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="library">What it learns from; it is not disposed of.</param>
    /// <param name="features">What the perceptual loss looks through, which is not disposed of; null when the loss has no weight.</param>
    /// <exception cref="ArgumentException">The perceptual loss has a weight, but there is nothing to look through.</exception>
    public VideoTokenizerTrainee(VideoTokenizerRecipeSpec recipe, VideoLibrary library, IFeatureNetwork? features = null)
    {
        (_recipe, _library) = (recipe, library);
        _objective = new(recipe.Loss, features is null ? null : new PerceptualLoss(features));
        manual_seed(recipe.Seed);
        var tokenizer = new VideoTokenizer(recipe.Model.VideoTokenizer);
        StartingWeights.Load(recipe.Weights, tokenizer);
        _learning = new(tokenizer, recipe, "tokenizer");
        Goal = new("psnr_db", IsHighest: true) { From = recipe.StageStarts().Last(start => start < recipe.Steps) };
        _adversarial = recipe.Loss.Adversarial is { } adversarial ? new(recipe, adversarial, Parts) : null;
    }

    /// <inheritdoc/>
    public TrainingParts Parts => _learning.Parts;

    /// <inheritdoc/>
    /// <remarks>Of the last stage only: what is measured of single frames says nothing of clips.</remarks>
    public Goal? Goal { get; }

    /// <summary>The tokenizer that is trained, with the weights of the last step.</summary>
    public VideoTokenizer Tokenizer => _learning.Network;

    /// <inheritdoc/>
    public IReadOnlyList<Turn> Turns(long steps) =>
    [
        .. _recipe.Loss.Adversarial is { } adversarial ? [new Turn("adversarial", adversarial.From.Of(steps))] : Array.Empty<Turn>(),
        .. _recipe.Stages.Zip((_recipe with { Steps = steps }).StageStarts(), (stage, start) => new Turn(stage.Name, start)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Step(StepContext context)
    {
        using var scope = NewDisposeScope();
        var step = context.Step;
        var stage = _recipe.StageAt(step);
        InflateAfterFrames(stage, step);
        var sizes = _recipe.Stages[stage];
        var clips = _library.Draw(context.Seed, step, sizes.Batch, sizes.Frames);
        Reconstruction reconstruction;
        using (ComputingPrecision.Enter(_recipe.Precision))
            reconstruction = Tokenizer.call(clips);
        var loss = _objective.Of(reconstruction, clips, step);
        var adversarial = _adversarial?.Look(stage, step, reconstruction.Pixels, clips);
        var total = adversarial is null ? loss.Total : loss.Total.add(adversarial.Tokenizer.mul(_adversarial!.Weight));
        _learning.Learn(total, step, sizes.LearningRate);
        if (adversarial is not null)
            _adversarial!.Apply(stage, step, adversarial);

        return
        [
            new("loss", total.ToDouble()),
            new("reconstruction", loss.Reconstruction.ToDouble()),
            new("sample_entropy", loss.Codes.SampleEntropy.ToDouble()),
            new("batch_entropy", loss.Codes.BatchEntropy.ToDouble()),
            new("commitment", loss.Codes.Commitment.ToDouble()),
            .. loss.Perceptual is { } perceptual ? [new Figure("perceptual", perceptual.ToDouble())] : Array.Empty<Figure>(),
            .. _adversarial?.Figures(stage, adversarial) ?? [],
            .. _learning.Figures,
            new("stage", stage),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken)
    {
        // Before clips come, the filters' earlier slices are whatever they began as: single frames are all that can be measured.
        var stage = _recipe.Stages[_recipe.StageAt(Math.Clamp(step - 1, 0, _recipe.Steps - 1))];
        var windows = _library.HeldOut(stage.Frames, _recipe.Evaluation.Batches * stage.Batch);
        using var average = _learning.Averaged();
        return await TokenizerEvaluation.RunAsync(Tokenizer, windows, folder, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Export(string folder)
    {
        using var average = _learning.Averaged();
        TokenizerExport.Write(Tokenizer, folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _adversarial?.Dispose();
        _learning.Dispose();
    }

    /// <summary>Inflates at the first step with clips after steps with single frames: whoever resumes there does it too.</summary>
    private void InflateAfterFrames(int stage, long step)
    {
        if (step == 0 || _recipe.Stages[stage].Frames == 1 || _recipe.Stages[_recipe.StageAt(step - 1)].Frames > 1)
            return;
        ImageInflation.Inflate(Tokenizer);
        using var average = _learning.Averaged();
        if (average is not null)
            ImageInflation.Inflate(Tokenizer);
    }
}
