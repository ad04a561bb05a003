using System.CommandLine;
using System.Globalization;
using VideoPoet.Media;
using VideoPoet.Toybox;

namespace VideoPoet.TrainerHost.Toybox;

/// <summary>What several verbs about Toybox are told.</summary>
internal static class ToyboxArguments
{
    private const int LargestEdge = 4_096;

    /// <summary>Which clips.</summary>
    /// <param name="byDefault">Those that are taken when none are named.</param>
    public static Argument<string> Clips(string byDefault) => new("CLIPS")
    {
        Description = $"Which clips: toybox: and options such as seed=1,split=held-out; there are {ToyboxOptions.Names}.",
        DefaultValueFactory = _ => byDefault,
    };

    /// <summary>The size of the frames.</summary>
    public static Option<string> Size() => new("--size")
    {
        Description = "The size of the frames, pixels.",
        HelpName = "WIDTHxHEIGHT",
        DefaultValueFactory = _ => "64x64",
    };

    /// <summary>Reads a size.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static FrameSize SizeOf(string text) =>
        text.Split('x') is [var width, var height] && EdgeOf(width) is { } columns && EdgeOf(height) is { } rows
            ? new(columns, rows)
            : throw new ArgumentException($"--size must be WIDTHxHEIGHT with edges from 8 to {LargestEdge} pixels, such as 64x112; found '{text}'.");

    private static int? EdgeOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is >= 8 and <= LargestEdge ? pixels : null;
}
