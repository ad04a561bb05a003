using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>The blocks of one resolution of the decoder and the upsampling to the next.</summary>
internal sealed class DecoderLevel : nn.Module<Tensor, FrameMemory?, Tensor>
{
    [ComponentName(Name = "block")]
    private readonly ModuleList<ResidualBlock> _blocks;

    [ComponentName(Name = "upsample")]
    private readonly Upsampling? _upsample;

    /// <param name="level">The level and its channels.</param>
    /// <param name="finer">The level that follows; null at the finest.</param>
    /// <param name="input">The channels of the input.</param>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="options">What all layers share.</param>
    public DecoderLevel(Level level, Level? finer, long input, int blocks, LayerOptions options) : base(nameof(DecoderLevel))
    {
        _blocks = ResidualBlock.Row(blocks, input, level.Channels, options);
        if (finer is not null)
            _upsample = new(level.Channels, finer.TimeStride, options);
        RegisterComponents();
    }

    /// <summary>[batch, input, frames, height, width] → [batch, channels, the next level's frames, height and width]</summary>
    public override Tensor forward(Tensor frames, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var hidden = ResidualBlock.Pass(_blocks, frames, memory);
        return (_upsample?.call(hidden, memory) ?? hidden).MoveToOuterDisposeScope();
    }
}
