using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Where the Open-MAGVIT2 video tokenizer's checkpoint, <c>video_128_262144.ckpt</c>, keeps its tensors. It needs a tokenizer of the paper's sizes
/// with published rules.
/// </summary>
public static class PublishedWeights
{
    private const string Format = "Open-MAGVIT2 video tokenizer";
    private const string Tensors = "state_dict"; // beside it, a Lightning checkpoint has optimisers and counters

    /// <summary>The running averages of the parameters, which are what is meant to be used: their names have lost their dots.</summary>
    public static KeyMap Averaged { get; } = new($"{Format}, averaged weights")
    {
        Root = Tensors,
        Rules = [new("{name*}", KeySource.Tensor("model_ema.{name:joined}"))],
        Ignored = ["model_ema.decay", "model_ema.num_updates", "encoder.{rest*}", "decoder.{rest*}", "loss.{rest*}"],
    };

    /// <summary>The parameters as the last step of training left them.</summary>
    public static KeyMap Last { get; } = new($"{Format}, last weights")
    {
        Root = Tensors,
        Rules = [KeyRule.SameName],
        Ignored = ["model_ema.{rest*}", "loss.{rest*}"],
    };
}
