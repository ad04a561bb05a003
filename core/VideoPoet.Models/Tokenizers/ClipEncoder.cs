using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using static TorchSharp.torch;

namespace VideoPoet.Models.Tokenizers;

/// <summary>Turns the frames and the sound of one clip into codes, as sequences hold them; training and generation do it alike.</summary>
/// <param name="tokenizers">The tokenizers; each is loaded when it is first needed.</param>
public sealed class ClipEncoder(TokenizerFolder tokenizers)
{
    /// <summary>The visual codes of frames by time, row and column.</summary>
    /// <param name="frames">1 + 4k frames of heights and widths that are multiples of 8.</param>
    /// <exception cref="ArgumentException">The frames have other sizes.</exception>
    public int[] Visual(PixelFrames frames)
    {
        using var scope = NewDisposeScope();
        return tokenizers.Video.Encode(PixelTensors.ToTensor(frames)).to(ScalarType.Int32, CPU).contiguous().data<int>().ToArray();
    }

    /// <summary>The audio codes of a sound, level by level; samples of an incomplete latent frame are left out.</summary>
    /// <param name="sound">The sound, at least one latent frame.</param>
    /// <exception cref="ArgumentException">The sound is shorter.</exception>
    public int[] Audio(Waveform sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        using var scope = NewDisposeScope();
        return LevelMajor.Flatten(tokenizers.Audio.Encode(tensor(sound.Samples.ToArray(), [1, 1, sound.Samples.Length])).squeeze(0));
    }
}
