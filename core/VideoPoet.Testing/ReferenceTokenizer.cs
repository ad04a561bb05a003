using System.Runtime.InteropServices;
using VideoPoet.Core;

namespace VideoPoet.Testing;

/// <summary>
/// A stand-in for the tokenizers with the one property that layouts rely on: a code depends on everything up to its time and on nothing after.
/// </summary>
internal static class ReferenceTokenizer
{
    // FNV-1a, eight bytes at a time: one line of pixels of a cell is three such words.
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    /// <summary>The codes of a clip: one array for all visual codes, or one for each audio level.</summary>
    public static int[][] Encode(Modality modality, Clip clip) => modality == Modality.Visual ? [Visual(clip.Frames!)] : Audio(clip.Sound!);

    private static int[] Visual(PixelFrames frames)
    {
        var (rows, columns) = (frames.Height / VideoFormat.PixelStride, frames.Width / VideoFormat.PixelStride);
        var state = new ulong[rows * columns];
        Array.Fill(state, Offset);
        var codes = new List<int>();
        var pixels = frames.Pixels.Span;
        for (var frame = 0; frame < frames.Count; frame++)
        {
            for (var row = 0; row < frames.Height; row++)
            {
                var line = pixels.Slice((frame * frames.Height + row) * frames.Width * PixelFrames.Channels, frames.Width * PixelFrames.Channels);
                var words = MemoryMarshal.Cast<byte, ulong>(line);
                for (var i = 0; i < words.Length; i++)
                {
                    ref var cell = ref state[row / VideoFormat.PixelStride * columns + i / PixelFrames.Channels];
                    cell = (cell ^ words[i]) * Prime;
                }
            }
            if (frame % VideoFormat.FrameStride == 0)
                codes.AddRange(state.Select(value => Code(value, UnifiedVocabulary.Paper.VisualCodes)));
        }
        return [.. codes];
    }

    private static int[][] Audio(Waveform sound)
    {
        var frames = sound.Samples.Length / VideoFormat.SampleStride;
        var codes = Enumerable.Range(0, UnifiedVocabulary.Paper.AudioLevels).Select(_ => new int[frames]).ToArray();
        var state = Offset;
        for (var frame = 0; frame < frames; frame++)
        {
            foreach (var sample in sound.Samples.Span.Slice(frame * VideoFormat.SampleStride, VideoFormat.SampleStride))
                state = (state ^ BitConverter.SingleToUInt32Bits(sample)) * Prime;
            for (var level = 0; level < codes.Length; level++)
                codes[level][frame] = Code((state ^ (ulong)level) * Prime, UnifiedVocabulary.Paper.AudioCodesPerLevel);
        }
        return codes;
    }

    // The upper half: the lower bits of a product depend on the lower bits of its factors only.
    private static int Code(ulong state, int codes) => (int)((state >> 32) % (ulong)codes);
}
