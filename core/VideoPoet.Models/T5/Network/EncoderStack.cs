using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>The blocks of the encoder and the norm after them.</summary>
internal sealed class EncoderStack : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "block")] private readonly ModuleList<EncoderBlock> _blocks;
    [ComponentName(Name = "final_layer_norm")] private readonly RootMeanSquareNorm _norm;

    /// <summary>Makes the stack.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public EncoderStack(TextEncoderSpec sizes, Device? device, ScalarType? type) : base(nameof(EncoderStack))
    {
        _blocks = new([
            .. Enumerable.Range(0, sizes.Layers).Select(
                index => new EncoderBlock(sizes, index == 0 ? RelativeBuckets.BothSides : null, device, type)),
        ]);
        _norm = new(sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>[batch, length, width] to the same.</summary>
    /// <param name="input">[batch, length, width]</param>
    /// <param name="maskBias">What hides padding, see <see cref="MaskBias"/>.</param>
    public override Tensor forward(Tensor input, Tensor maskBias)
    {
        using var scope = NewDisposeScope();
        var bias = _blocks[0].DistanceBias((int)input.shape[1]) + maskBias;
        var states = input;
        foreach (var block in _blocks)
            states = block.call(states, bias);
        return _norm.call(states).MoveToOuterDisposeScope();
    }
}
