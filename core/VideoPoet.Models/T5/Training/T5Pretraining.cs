using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Models.Common;
using VideoPoet.Models.T5.Network;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>
/// A whole T5, encoder and decoder, to train an encoder by <see cref="SpanCorruption"/>: the decoder learns to predict what is missing from what the
/// encoder made of the rest. Afterwards only <see cref="Encoder"/> is kept.
/// </summary>
public sealed class T5Pretraining : nn.Module<CorruptedBatch, Tensor>
{
    [ComponentName(Name = "encoder")] private readonly T5Encoder _encoder;
    [ComponentName(Name = "decoder")] private readonly DecoderStack _decoder;
    [ComponentName(Name = "lm_head")] private readonly Linear _head;

    /// <summary>Makes a network with drawn weights; encoder and decoder read the same table of pieces.</summary>
    /// <param name="sizes">The sizes of the encoder, which the decoder has as well.</param>
    /// <param name="generator">The source of random numbers; null for the global one.</param>
    /// <param name="device">Where its parameters live.</param>
    public T5Pretraining(TextEncoderSpec sizes, Generator? generator = null, Device? device = null) : base(nameof(T5Pretraining))
    {
        _encoder = new(sizes, device);
        _decoder = new(sizes, device, null);
        _head = Layers.Linear(sizes.Width, sizes.Vocabulary, device, null);
        RegisterComponents();
        InitialWeights.Draw(this, sizes, generator);
    }

    /// <summary>The encoder that is trained.</summary>
    public T5Encoder Encoder => _encoder;

    /// <summary>The mean cross entropy of the targets, in nats: a single number.</summary>
    /// <param name="batch">The texts.</param>
    public override Tensor forward(CorruptedBatch batch)
    {
        using var scope = NewDisposeScope();
        var encoded = _encoder.call(batch.Inputs, batch.Mask);
        var read = _encoder.Embed(batch.DecoderInputs);
        var states = _decoder.call(read, encoded, MaskBias.Of(batch.Mask, encoded.dtype, encoded.device));
        var logits = _head.call(states).flatten(0, 1);
        // In an autocast region logits have its shorter type, which is too coarse for the softmax and the mean of logarithms.
        var precise = logits.dtype == ScalarType.Float64 ? logits : logits.to_type(ScalarType.Float32);
        return nn.functional.cross_entropy(precise, batch.Targets.flatten(), ignore_index: CorruptedBatch.Ignored).MoveToOuterDisposeScope();
    }
}
