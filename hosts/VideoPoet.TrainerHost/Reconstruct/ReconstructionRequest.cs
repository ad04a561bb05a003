using System.Globalization;
using System.Text.RegularExpressions;
using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>What is to go to tokens and back.</summary>
/// <param name="File">The file.</param>
/// <param name="Size">The size of the frames; null for about the file's own.</param>
/// <param name="Frames">How many frames, 1 + 4k; null for all.</param>
/// <param name="Rate">Frames a second.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Duration">How long it is; null until the end.</param>
internal sealed partial record ReconstructionRequest(
    string File, FrameSize? Size, int? Frames, double Rate, TimeSpan Start, TimeSpan? Duration)
{
    // The shorter side of the paper's clips.
    private const int UsualSide = 128;

    /// <summary>Reads a format: a name, WIDTHxHEIGHTxFRAMES, or WIDTHxHEIGHT for all frames.</summary>
    /// <exception cref="ArgumentException">It is none, or is combined with a duration though it has one itself.</exception>
    public static ReconstructionRequest Of(string file, string? format, double rate, double start, double? seconds)
    {
        if (!(rate is > 0 and <= 240))
            throw new ArgumentException($"a rate must be above 0 and at most 240 frames a second, found {Text(rate)}.");
        if (!(start is >= 0 and < 1e6))
            throw new ArgumentException($"a part begins at 0 seconds or later, found {Text(start)}.");
        if (seconds is not (null or (> 0 and < 1e6)))
            throw new ArgumentException($"a part is longer than 0 seconds, found {Text(seconds!.Value)}.");
        FrameSize? size = null;
        int? frames = null;
        if (format is not null)
        {
            var isSizeOnly = SizeOnly().IsMatch(format);
            var found = VideoFormats.BuiltIn.Find(isSizeOnly ? $"{format}x1" : format);
            size = new(found.Width, found.Height);
            frames = isSizeOnly ? null : found.Frames;
        }
        if (frames is not null && seconds is not null)
            throw new ArgumentException($"the format '{format}' has {frames} frames; give either such a format or --seconds.");
        return new(
            file, size, frames, rate, TimeSpan.FromSeconds(start),
            frames is { } count ? TimeSpan.FromSeconds(count / rate) : seconds is { } length ? TimeSpan.FromSeconds(length) : null);
    }

    /// <summary>How the pictures are read.</summary>
    /// <param name="own">The file's own size.</param>
    public MediaReadOptions ReadPictures(FrameSize own) =>
        new() { Start = Start, Duration = Duration, FramesPerSecond = Rate, Size = Size ?? Usual(own) };

    /// <summary>How the sound is read.</summary>
    public MediaReadOptions ReadSound() => new() { Start = Start, Duration = Duration, SampleRateHz = VideoFormat.SampleRateHz };

    // The nearest size that tokens can have, no larger than the paper's clips.
    private static FrameSize Usual(FrameSize own)
    {
        var scale = Math.Min(1, (double)UsualSide / Math.Min(own.Width, own.Height));
        return new(Whole(own.Width * scale), Whole(own.Height * scale));

        static int Whole(double pixels) => Math.Max(1, (int)Math.Round(pixels / VideoFormat.PixelStride)) * VideoFormat.PixelStride;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\d{1,6}x\d{1,6}\z")]
    private static partial Regex SizeOnly();
}
