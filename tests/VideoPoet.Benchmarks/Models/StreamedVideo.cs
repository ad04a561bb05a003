using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>The memory that encoding a long video in parts takes.</summary>
internal static class StreamedVideo
{
    private const int Minutes = 10;
    private const int FramesPerSecond = 8;

    /// <summary>The most memory of the process while the last nine of ten minutes are encoded, by the most during the first.</summary>
    /// <param name="sizes">The tokenizer's sizes.</param>
    /// <param name="size">The height and width of the video.</param>
    public static double MemoryGrowth(VideoTokenizerSpec sizes, int size)
    {
        using var tokenizer = new VideoTokenizer(sizes);
        using var stream = tokenizer.OpenEncoder();
        using var second = rand([1, PixelFrames.Channels, FramesPerSecond, size, size]).mul_(2).sub_(1);
        var peaks = new long[Minutes];
        for (var minute = 0; minute < Minutes; minute++)
        {
            for (var i = 0; i < 60; i++)
            {
                stream.Push(second).Dispose();
                peaks[minute] = Math.Max(peaks[minute], Environment.WorkingSet);
            }
        }
        return (double)peaks.Skip(1).Max() / peaks[0];
    }
}
