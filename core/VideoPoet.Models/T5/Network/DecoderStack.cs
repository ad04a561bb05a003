using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5.Network;

/// <summary>The blocks of the decoder, as many as the encoder has, and the norm after them.</summary>
internal sealed class DecoderStack : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "block")] private readonly ModuleList<DecoderBlock> _blocks;
    [ComponentName(Name = "final_layer_norm")] private readonly RootMeanSquareNorm _norm;

    /// <summary>Makes the stack.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="device">Where its parameters live.</param>
    /// <param name="type">The type of its parameters.</param>
    public DecoderStack(TextEncoderSpec sizes, Device? device, ScalarType? type) : base(nameof(DecoderStack))
    {
        _blocks = new([
            .. Enumerable.Range(0, sizes.Layers).Select(index => new DecoderBlock(sizes, index == 0 ? RelativeBuckets.Behind : null, device, type)),
        ]);
        _norm = new(sizes.Width, device, type);
        RegisterComponents();
    }

    /// <summary>[batch, length, width] to the same; no position sees a later one.</summary>
    /// <param name="input">[batch, length, width]</param>
    /// <param name="encoded">What the encoder made: [batch, keys, width].</param>
    /// <param name="maskBias">What hides the padding of the encoder, see <see cref="MaskBias"/>.</param>
    public override Tensor forward(Tensor input, Tensor encoded, Tensor maskBias)
    {
        using var scope = NewDisposeScope();
        var length = (int)input.shape[1];
        var later = ones(length, length, ScalarType.Bool, input.device).triu(1);
        var bias = _blocks[0].DistanceBias(length).masked_fill(later, MaskBias.Hidden(input.dtype));
        var states = input;
        foreach (var block in _blocks)
            states = block.call(states, bias, encoded, maskBias);
        return _norm.call(states).MoveToOuterDisposeScope();
    }
}
