using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Decodes codes as they come; the sound is that of all codes at once.</summary>
public sealed class AudioDecodingStream : IDisposable
{
    private readonly ResidualQuantizer _quantizer;
    private readonly CausalChain _decoder;
    private readonly StreamMemory _memory = new();

    internal AudioDecodingStream(ResidualQuantizer quantizer, CausalChain decoder) => (_quantizer, _decoder) = (quantizer, decoder);

    /// <summary>Decodes the next frames.</summary>
    /// <param name="codes">[batch, levels, frames], at least one frame; batch and levels are those of the first call.</param>
    /// <returns>[batch, 1, samples]</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public Tensor Decode(Tensor codes)
    {
        SoundShape.CheckCodes(codes, _quantizer.Levels, leastFrames: 1);
        using var still = no_grad();
        using var latent = _quantizer.Decode(codes);
        return _decoder.call(latent, _memory);
    }

    /// <summary>Ends the stream.</summary>
    public void Dispose() => _memory.Dispose();
}
