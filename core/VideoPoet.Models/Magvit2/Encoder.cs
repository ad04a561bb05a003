using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Pixels to latents: one latent frame of the first frame and of every four that follow, 8 × 8 pixels a place.</summary>
internal sealed class Encoder : nn.Module<Tensor, FrameMemory?, Tensor>
{
    private readonly long _patch;

    [ComponentName(Name = "conv_in")]
    private readonly CausalConvolution _input;

    [ComponentName(Name = "down")]
    private readonly ModuleList<EncoderLevel> _levels;

    [ComponentName(Name = "mid_block")]
    private readonly ModuleList<ResidualBlock> _middle;

    [ComponentName(Name = "norm_out")]
    private readonly VideoNorm _norm;

    [ComponentName(Name = "conv_out")]
    private readonly CausalConvolution _output;

    public Encoder(VideoTokenizerSpec sizes, LayerOptions options) : base(nameof(Encoder))
    {
        var levels = Level.Of(sizes);
        _patch = sizes.Patch;
        _input = new(PixelFrames.Channels * _patch * _patch, sizes.Channels, kernel: 3, bias: false, options);
        _levels = new();
        long channels = sizes.Channels;
        foreach (var level in levels)
        {
            _levels.Add(new(level, channels, sizes.ResidualBlocks, options));
            channels = level.Channels;
        }
        _middle = ResidualBlock.Row(sizes.ResidualBlocks, channels, channels, options);
        _norm = new(channels, options);
        _output = new(channels, sizes.Bits, kernel: 1, bias: true, options);
        RegisterComponents();
    }

    /// <summary>[batch, 3, frames, height, width] → [batch, bits, latent frames, height / 8, width / 8]</summary>
    public override Tensor forward(Tensor pixels, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var hidden = _input.call(DepthToSpace.Fold(pixels, _patch), memory);
        foreach (var level in _levels)
            hidden = level.call(hidden, memory);
        hidden = ResidualBlock.Pass(_middle, hidden, memory);
        return _output.call(_norm.call(hidden), memory).MoveToOuterDisposeScope();
    }
}
