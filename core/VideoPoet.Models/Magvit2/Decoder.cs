using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Codes to pixels: one frame of the first latent frame, four of every other.</summary>
internal sealed class Decoder : nn.Module<Tensor, FrameMemory?, Tensor>
{
    private readonly long _patch;

    [ComponentName(Name = "conv_in")]
    private readonly CausalConvolution _input;

    [ComponentName(Name = "mid_block")]
    private readonly ModuleList<ResidualBlock> _middle;

    // By level, finest first, though the way goes from the last to the first.
    [ComponentName(Name = "up")]
    private readonly ModuleList<DecoderLevel> _levels;

    [ComponentName(Name = "adaptive")]
    private readonly ModuleList<AdaptiveGroupNorm> _norms;

    [ComponentName(Name = "norm_out")]
    private readonly VideoNorm _norm;

    [ComponentName(Name = "conv_out")]
    private readonly CausalConvolution _output;

    public Decoder(VideoTokenizerSpec sizes, LayerOptions options) : base(nameof(Decoder))
    {
        var levels = Level.Of(sizes);
        var coarsest = levels[^1].Channels;
        _patch = sizes.Patch;
        _input = new(sizes.Bits, coarsest, kernel: 3, bias: true, options);
        _middle = ResidualBlock.Row(sizes.ResidualBlocks, coarsest, coarsest, options);
        _levels = new();
        _norms = new();
        for (var i = 0; i < levels.Count; i++)
        {
            var (finer, coarser) = (i > 0 ? levels[i - 1] : null, levels[Math.Min(i + 1, levels.Count - 1)]);
            _norms.Add(new(coarser.Channels, sizes.Bits, levels[i].LatentFrames, options));
            _levels.Add(new(levels[i], finer, coarser.Channels, sizes.ResidualBlocks, options));
        }
        _norm = new(levels[0].Channels, options);
        _output = new(levels[0].Channels, PixelFrames.Channels * _patch * _patch, kernel: 3, bias: true, options);
        RegisterComponents();
    }

    /// <summary>Decodes codes.</summary>
    /// <param name="codes">[batch, bits, latent frames, rows, columns], −1 or 1.</param>
    /// <param name="memory">What was decoded before; null when these are all codes.</param>
    /// <returns>[batch, 3, frames, 8 · rows, 8 · columns]</returns>
    public override Tensor forward(Tensor codes, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var hidden = ResidualBlock.Pass(_middle, _input.call(codes, memory), memory);
        for (var i = _levels.Count - 1; i >= 0; i--)
            hidden = _levels[i].call(_norms[i].call(hidden, codes), memory);
        return DepthToSpace.Unfold(_output.call(_norm.call(hidden), memory), time: 1, _patch).MoveToOuterDisposeScope();
    }
}
