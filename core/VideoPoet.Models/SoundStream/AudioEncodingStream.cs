using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Encodes sound as it comes; the codes are those of the whole sound.</summary>
public sealed class AudioEncodingStream : IDisposable
{
    private readonly CausalChain _encoder;
    private readonly ResidualQuantizer _quantizer;
    private readonly int _levels;
    private readonly int _sampleStride;
    private readonly StreamMemory _memory = new();
    private Tensor? _rest;

    internal AudioEncodingStream(CausalChain encoder, ResidualQuantizer quantizer, int levels, int sampleStride) =>
        (_encoder, _quantizer, _levels, _sampleStride) = (encoder, quantizer, levels, sampleStride);

    /// <summary>Encodes the frames that become complete; samples of an incomplete one wait for the next call.</summary>
    /// <param name="samples">[batch, 1, samples] from −1 to 1, any number of samples; the batch is that of the first call.</param>
    /// <returns>[batch, levels, frames] of type <see cref="ScalarType.Int64"/>; no frames when none is complete.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public Tensor Encode(Tensor samples)
    {
        SoundShape.CheckWaveform(samples);
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var waiting = _rest is null ? samples : cat([_rest, samples], dim: -1);
        var frames = waiting.size(-1) / _sampleStride;
        var complete = frames * _sampleStride;
        _rest?.Dispose();
        _rest = waiting.narrow(-1, complete, waiting.size(-1) - complete).clone().DetachFromDisposeScope();
        var codes = frames == 0
            ? zeros([samples.size(0), _levels, 0], ScalarType.Int64, samples.device)
            : _quantizer.Encode(_encoder.call(waiting.narrow(-1, 0, complete), _memory), _levels);
        return codes.MoveToOuterDisposeScope();
    }

    /// <summary>Ends the stream; samples of an incomplete frame are left out.</summary>
    public void Dispose()
    {
        _rest?.Dispose();
        _memory.Dispose();
    }
}
