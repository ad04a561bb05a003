using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Models.FlowDepth;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;
using VideoPoet.Toybox;
using static TorchSharp.torch;

namespace VideoPoet.Training.FlowDepth;

/// <summary>Trains a <see cref="FlowDepthNetwork"/> on drawn clips, whose flow and depth are known exactly.</summary>
public sealed class FlowDepthTrainee : ITrainee
{
    /// <summary>The name of the file of trained weights.</summary>
    public const string WeightFileName = "flow-depth.safetensors";

    private const long HeldOutStep = -1; // no step of training has this number
    private const double ShareSharp = 0.25, ShareLast = 0.1;

    // Most pixels show the background, which stands still.
    private const double ObjectWeight = 4;

    // Flow is counted in pixels of a shorter edge of 64, inverse depth from 0.25 to 1.
    private const double FlowUnit = 64, DepthWeight = 4;

    // Where the error of the flow, in pixels, becomes more than its square.
    private const double Least = 0.05;

    private readonly FlowDepthRecipeSpec _recipe;
    private readonly ToyboxClips _clips;
    private readonly ToyboxClips _heldOut;
    private readonly LearningNetwork<FlowDepthNetwork> _learning;

    /// <summary>Makes a network with random weights that follow from the recipe's seed.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <exception cref="ArgumentException">The source names no clips of Toybox.</exception>
    public FlowDepthTrainee(FlowDepthRecipeSpec recipe)
    {
        _recipe = recipe;
        var options = ToyboxOptions.Parse(recipe.Data.Source);
        _clips = new(options);
        _heldOut = new(options with { Split = Split.HeldOut });
        manual_seed(recipe.Seed);
        _learning = new(new(recipe.Channels), recipe, "network", "optimizer");
    }

    /// <inheritdoc/>
    public TrainingParts Parts => _learning.Parts;

    /// <inheritdoc/>
    public Goal? Goal { get; } = new("soft_object_flow_error", IsHighest: false);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Step(StepContext context)
    {
        using var scope = NewDisposeScope();
        var batch = Draw(_clips, context.Seed, context.Step);
        var isSharp = rand(_recipe.Batch).lt(ShareSharp).to_type(ScalarType.Float32).view(-1, 1, 1, 1);
        var soft = batch.Softened();
        var isLast = rand(_recipe.Batch).lt(ShareLast).to_type(ScalarType.Float32);
        var maps = Estimate(FlowDepthInput.Of(
            Mixed(batch.Before, soft.Before), Mixed(batch.Frames, soft.Frames), Mixed(batch.After, soft.After), isLast));

        var weights = batch.IsObject.mul(ObjectWeight - 1).add(1);
        var total = weights.sum();
        var unit = FlowUnit / Math.Min(batch.Flow.shape[2], batch.Flow.shape[3]);
        var error = FlowError(maps, batch).mul(unit);
        // Square near 0, linear beyond: a charbonnier loss.
        var flow = error.square().add(Least * Least).sqrt().mul(weights).sum().div(total);
        var depth = DepthError(maps, batch).mul(weights).sum().div(total);
        _learning.Learn(flow.add(depth.mul(DepthWeight)), context.Step);
        return [new("flow_loss", flow.ToDouble()), new("depth_loss", depth.ToDouble()), .. _learning.Figures];

        Tensor Mixed(Tensor sharp, Tensor other) => sharp.mul(isSharp).add(other.mul(1 - isSharp));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Errors on held-out clips, in pixels and in inverse depth from 0.25 to 1: of sharp frames, of frames as a decoder leaves them, and of sharp
    /// frames that nothing comes after; beside the flow of objects, which is the error of an estimate that nothing moves.
    /// </remarks>
    public async Task<IReadOnlyList<Figure>> EvaluateAsync(long step, string folder, CancellationToken cancellationToken)
    {
        var figures = Evaluate(cancellationToken);
        await MediaWriter.WritePictureAsync(Path.Combine(folder, "estimates.png"), DrawEstimates(), cancellationToken);
        return figures;
    }

    /// <summary>Writes <see cref="WeightFileName"/>, in 16 bits: the estimates become bytes.</summary>
    /// <inheritdoc/>
    public void Export(string folder)
    {
        using var scope = NewDisposeScope();
        using var averaged = _learning.Averaged();
        SafetensorsWriter.Write(
            Path.Combine(folder, WeightFileName),
            [.. _learning.Network.named_parameters().Select(entry => (entry.name, entry.parameter.detach().to_type(ScalarType.Float16)))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _learning.Dispose();
    }

    private IReadOnlyList<Figure> Evaluate(CancellationToken cancellationToken)
    {
        using var silent = no_grad();
        using var averaged = _learning.Averaged();
        manual_seed(_recipe.Seed);
        var tally = new FlowDepthTally();
        for (var place = 0; place < _recipe.Evaluation.Batches; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var batch = Draw(_heldOut, _recipe.Seed, HeldOutStep - place);
            tally.AddTruth(batch);
            Measure("", batch, zeros(_recipe.Batch));
            Measure("soft_", batch.Softened(), zeros(_recipe.Batch));
            Measure("last_", batch, ones(_recipe.Batch));
        }
        return tally.Figures();

        void Measure(string name, FlowDepthBatch batch, Tensor isLast)
        {
            var maps = Estimate(FlowDepthInput.Of(batch.Before, batch.Frames, batch.After, isLast));
            tally.Add(name, batch, FlowError(maps, batch), DepthError(maps, batch));
        }
    }

    private PixelFrames DrawEstimates()
    {
        using var silent = no_grad();
        using var averaged = _learning.Averaged();
        manual_seed(_recipe.Seed);
        var size = _recipe.Data.Sizes[0];
        return FlowDepthSheet.Draw(_learning.Network, _heldOut, size.Width, size.Height);
    }

    private FlowDepthBatch Draw(ToyboxClips clips, long seed, long step)
    {
        var size = _recipe.Data.Sizes[(int)new CounterRandom(seed, step, _recipe.Batch).NextBelow(_recipe.Data.Sizes.Count)];
        return FlowDepthBatch.Draw(clips, size.Width, size.Height, _recipe.Batch, item => new(seed, step, item));
    }

    private Tensor Estimate(Tensor input)
    {
        using var _ = ComputingPrecision.Enter(_recipe.Precision);
        return _learning.Network.call(input);
    }

    // [batch, 1, height, width], in pixels
    private static Tensor FlowError(Tensor maps, FlowDepthBatch batch) =>
        maps.narrow(1, 0, 2).sub(batch.Flow).square().sum(1, keepdim: true).add(1e-12).sqrt();

    private static Tensor DepthError(Tensor maps, FlowDepthBatch batch) => maps.narrow(1, 2, 1).sub(batch.InverseDepth).abs();
}
