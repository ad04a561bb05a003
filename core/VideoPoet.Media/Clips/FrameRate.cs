using System.Globalization;

namespace VideoPoet.Media;

/// <summary>The rule for rates of frames, and how ffmpeg writes them.</summary>
internal static class FrameRate
{
    // ffmpeg's own guesses of a broken file's rate go up to 90,000.
    private const double Highest = 1_000;

    /// <summary>The rate that ffmpeg gives to pictures without one.</summary>
    public const double Unknown = 25;

    /// <summary>Checks a rate.</summary>
    /// <param name="framesPerSecond">The rate.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and at most 1,000.</exception>
    public static double Check(double framesPerSecond) => framesPerSecond is > 0 and <= Highest
        ? framesPerSecond
        : throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, $"a frame rate must be above 0 and at most {Highest}.");

    /// <summary>Reads a fraction such as <c>30000/1001</c>.</summary>
    /// <param name="fraction">The fraction.</param>
    /// <returns>The rate, or null where the fraction is none or out of range.</returns>
    public static double? Parse(string? fraction) =>
        Ratio.Parse(fraction, '/') is { } rate and > 0 and <= Highest ? rate : null;

    /// <summary>The rate as ffmpeg reads it.</summary>
    /// <param name="framesPerSecond">The rate.</param>
    public static string Text(double framesPerSecond) => framesPerSecond.ToString("0.########", CultureInfo.InvariantCulture);
}
