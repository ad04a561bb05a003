using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Turns sound at 16 kHz into a few codes a latent frame, coarse to fine, and back.</summary>
public interface IAudioTokenizer
{
    /// <summary>The levels of codes of one latent frame.</summary>
    int Levels { get; }

    /// <summary>The number of different codes of each level.</summary>
    int Codes { get; }

    /// <summary>The samples of one latent frame: 320, which makes 50 frames a second.</summary>
    int SampleStride { get; }

    /// <summary>Encodes sounds; samples beyond the last whole frame are left out.</summary>
    /// <param name="waveform">[batch, 1, samples] from −1 to 1, at least one frame.</param>
    /// <returns>[batch, <see cref="Levels"/>, samples / <see cref="SampleStride"/>] of type <see cref="ScalarType.Int64"/>.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape, or is shorter than one frame.</exception>
    Tensor Encode(Tensor waveform);

    /// <summary>Decodes sounds.</summary>
    /// <param name="codes">[batch, levels, frames]: from one level to all that were trained, and at least one frame.</param>
    /// <returns>[batch, 1, frames · <see cref="SampleStride"/>], about from −1 to 1.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    Tensor Decode(Tensor codes);
}
