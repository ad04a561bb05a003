using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The blocks of one resolution of the encoder and the convolution that leads to the next.</summary>
internal sealed class EncoderLevel : nn.Module<Tensor, FrameMemory?, Tensor>
{
    [ComponentName(Name = "block")]
    private readonly ModuleList<ResidualBlock> _blocks;

    [ComponentName(Name = "downsample")]
    private readonly CausalConvolution? _downsample;

    /// <param name="level">The level, its channels and what follows it.</param>
    /// <param name="input">The channels of the input.</param>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="options">What all layers share.</param>
    public EncoderLevel(Level level, long input, int blocks, LayerOptions options) : base(nameof(EncoderLevel))
    {
        _blocks = ResidualBlock.Row(blocks, input, level.Channels, options);
        if (!level.IsCoarsest)
            _downsample = new(level.Channels, level.Channels, kernel: 3, bias: true, options, level.TimeStride, spaceStride: 2);
        RegisterComponents();
    }

    /// <summary>[batch, input, frames, height, width] → [batch, channels, the next level's frames, height and width]</summary>
    public override Tensor forward(Tensor frames, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var hidden = ResidualBlock.Pass(_blocks, frames, memory);
        return (_downsample?.call(hidden, memory) ?? hidden).MoveToOuterDisposeScope();
    }
}
