using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Two normalised convolutions beside a skip connection, which is a convolution of size 1 where the channels change.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, FrameMemory?, Tensor>
{
    [ComponentName(Name = "norm1")]
    private readonly VideoNorm _norm1;

    [ComponentName(Name = "conv1")]
    private readonly CausalConvolution _convolution1;

    [ComponentName(Name = "norm2")]
    private readonly VideoNorm _norm2;

    [ComponentName(Name = "conv2")]
    private readonly CausalConvolution _convolution2;

    [ComponentName(Name = "nin_shortcut")]
    private readonly CausalConvolution? _shortcut;

    public ResidualBlock(long input, long output, LayerOptions options) : base(nameof(ResidualBlock))
    {
        _norm1 = new(input, options);
        _convolution1 = new(input, output, kernel: 3, bias: false, options);
        _norm2 = new(output, options);
        _convolution2 = new(output, output, kernel: 3, bias: false, options);
        _shortcut = input == output ? null : new(input, output, kernel: 1, bias: false, options);
        RegisterComponents();
    }

    /// <summary>Blocks in a row, the first of which may change the number of channels.</summary>
    public static ModuleList<ResidualBlock> Row(int count, long input, long output, LayerOptions options) =>
        new([.. Enumerable.Range(0, count).Select(i => new ResidualBlock(i == 0 ? input : output, output, options))]);

    /// <summary>Passes frames through blocks in a row, [batch, input, frames, height, width] → [batch, output, frames, height, width].</summary>
    public static Tensor Pass(ModuleList<ResidualBlock> row, Tensor frames, FrameMemory? memory) =>
        row.Aggregate(frames, (hidden, block) => block.call(hidden, memory));

    /// <summary>[batch, input, frames, height, width] → [batch, output, frames, height, width]</summary>
    public override Tensor forward(Tensor frames, FrameMemory? memory)
    {
        using var scope = NewDisposeScope();
        var hidden = _convolution1.call(_norm1.call(frames), memory);
        hidden = _convolution2.call(_norm2.call(hidden), memory);
        return hidden.add_(_shortcut?.call(frames, memory) ?? frames).MoveToOuterDisposeScope();
    }
}
