using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>The memory of the loss with the paper's vocabulary beside that of the logits of all codes at once.</summary>
internal static class LossMemory
{
    // The model is narrow, since logits do not depend on its width, and so is the time.
    private const int Width = 64;

    /// <summary>
    /// The peak of forward and backward with whole logits, by ours, for the 1,280 codes of one clip; what remains, the gradients, is left out of
    /// both. Null where the engine cannot tell.
    /// </summary>
    public static double? Ratio()
    {
        if (TorchRuntime.Current.Memory(CPU) is null)
            return null;
        var format = VideoFormats.BuiltIn["square-17"];
        var layout = SequenceLayout.Create(
            new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] }, format, UnifiedVocabulary.Paper);
        var sizes = new LanguageModelSpec
        {
            Width = Width, Layers = 1, Heads = 1, FeedForward = Width, Context = layout.Length, Parameters = new() { NonEmbedding = 1, Total = 1 },
        };
        using var scope = NewDisposeScope();
        using var model = new PrefixLanguageModel(sizes, UnifiedVocabulary.Paper, Width);
        model.Initialise();
        var codes = Enumerable.Range(0, layout.VisualOutput!.Length).Select(code => code * 97 % UnifiedVocabulary.Paper.VisualCodes).ToArray();
        using var batch = new SequenceBatch(
            [layout], tensor(layout.Assemble(codes).Select(id => (long)id).ToArray(), [1, layout.Length]), text: null, [0]);
        var hidden = randn(1, layout.Length, Width).requires_grad_();
        var ours = Peak(model, hidden, () => model.Loss(batch, hidden, new()).Sum);
        var whole = Peak(model, hidden, () => Whole(model, batch, hidden));
        return (double)whole / ours;
    }

    private static Tensor Whole(PrefixLanguageModel model, SequenceBatch batch, Tensor hidden)
    {
        var output = batch.Layouts[0].VisualOutput!;
        var ids = UnifiedVocabulary.Paper.Visual;
        var logits = model.Logits(hidden[0].narrow(0, output.Start - 1, output.Length), ids);
        var targets = batch.Ids[0].narrow(0, output.Start, output.Length) - ids.Start;
        return nn.functional.cross_entropy(logits, targets, reduction: nn.Reduction.Sum) + 1e-4 * logits.logsumexp(-1).square().sum();
    }

    private static long Peak(PrefixLanguageModel model, Tensor hidden, Func<Tensor> loss)
    {
        using var scope = NewDisposeScope();
        var before = TorchRuntime.Current.Memory(CPU)!.Allocated;
        TorchRuntime.Current.ResetPeakMemory(CPU);
        loss().backward();
        var gradients = model.parameters().Append(hidden)
            .Sum(parameter => parameter.grad is { } gradient ? gradient.numel() * gradient.ElementSize : 0);
        model.zero_grad();
        hidden.grad = null;
        return TorchRuntime.Current.Memory(CPU)!.Peak - before - gradients;
    }
}
