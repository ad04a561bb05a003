using TorchSharp;
using TorchSharp.Utils;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Doubles height and width, and may double frames: a convolution to more channels, which are then unfolded. The first frame of a video stands for
/// one frame, so of the frames that it becomes only one is kept.
/// </summary>
internal sealed class Upsampling : nn.Module<Tensor, FrameMemory?, Tensor>
{
    private const long Space = 2;

    [ComponentName(Name = "conv1")]
    private readonly CausalConvolution _convolution;

    private readonly long _time;
    private readonly TemporalRules _rules;

    /// <param name="channels">The channels of input and output.</param>
    /// <param name="time">The factor in time, 1 or 2.</param>
    /// <param name="options">What all layers share.</param>
    public Upsampling(long channels, long time, LayerOptions options) : base(nameof(Upsampling))
    {
        (_time, _rules) = (time, options.Rules);
        var folded = time * Space * Space * channels;
        _convolution = new(channels, folded, kernel: 3, bias: true, options);
        RegisterComponents();
    }

    /// <summary>[batch, channels, frames, height, width] → [batch, channels, frames · time (− 1 at the start), 2 · height, 2 · width]</summary>
    public override Tensor forward(Tensor frames, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var isStart = memory?.Past(_convolution) is null;
        var unfolded = DepthToSpace.Unfold(_convolution.call(frames, memory), _time, Space);
        return (_time > 1 && isStart ? WithOneFirstFrame(unfolded) : unfolded).MoveToOuterDisposeScope();
    }

    private Tensor WithOneFirstFrame(Tensor frames)
    {
        var rest = frames.shape[2] - _time;
        // The paper keeps the last frame that the first becomes; the published weights were trained to keep the first.
        return _rules == TemporalRules.Causal
            ? frames.narrow(2, _time - 1, rest + 1)
            : cat([frames.narrow(2, 0, 1), frames.narrow(2, _time, rest)], 2);
    }
}
