using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Checks the shapes that cross the boundary of an audio tokenizer.</summary>
internal static class SoundShape
{
    public static void CheckWaveform(Tensor waveform, int leastSamples = 0)
    {
        if (waveform.dim() != 3 || waveform.size(1) != 1 || waveform.size(2) < leastSamples)
        {
            var least = leastSamples == 0 ? "" : $" with at least {leastSamples} samples";
            throw new ArgumentException($"sound must be [batch, 1, samples]{least}, found {Sizes(waveform)}.", nameof(waveform));
        }
    }

    public static void CheckCodes(Tensor codes, int mostLevels, int leastFrames = 0)
    {
        if (codes.dim() != 3 || codes.size(1) < 1 || codes.size(1) > mostLevels || codes.size(2) < leastFrames)
        {
            var least = leastFrames == 0 ? "" : $" and at least {leastFrames} frames";
            throw new ArgumentException(
                $"codes must be [batch, levels, frames] with 1 to {mostLevels} levels{least}, found {Sizes(codes)}.", nameof(codes));
        }
    }

    private static string Sizes(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
