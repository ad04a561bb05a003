using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Tests;

/// <summary>The frames and sounds of make_reference.py, and the numbers that it computed of them.</summary>
internal static class Samples
{
    private const int Frames = 3, Height = 19, Width = 26, Length = 5_000;

    private static readonly Dictionary<string, double> Numbers = File
        .ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Measures", "reference.txt"))
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));

    public static PixelFrames Original { get; } = Pictures(0);

    public static PixelFrames Changed { get; } = Pictures(5);

    public static Waveform Sound { get; } = Tone(0);

    public static Waveform ChangedSound { get; } = Tone(1);

    public static double Reference(string name) => Numbers[name];

    private static PixelFrames Pictures(int salt)
    {
        var pixels =
            from f in Enumerable.Range(0, Frames)
            from y in Enumerable.Range(0, Height)
            from x in Enumerable.Range(0, Width)
            from c in Enumerable.Range(0, PixelFrames.Channels)
            let smooth = (7 * x + 11 * y + 23 * f + 40 * c) % 256
            let grain = (x * x * 31 + y * 17 * x + f * 13 + c * 7) * salt % 64
            select (byte)Math.Clamp(smooth + grain - (salt > 0 ? 32 : 0), 0, 255);
        return new(pixels.ToArray(), Height, Width);
    }

    private static Waveform Tone(int salt)
    {
        var samples = Enumerable.Range(0, Length).Select(i =>
        {
            var tone = 0.4 * Math.Sin(2 * Math.PI * 440 * i / 16_000) + 0.05 * Math.Sin(2 * Math.PI * 3100 * i / 16_000);
            var grain = ((i * 7919 + 13) % 1009 / 1009.0 - 0.5) * 0.1 * salt;
            return (float)(tone * (1 - 0.3 * salt) + grain + 0.02);
        });
        return new(samples.ToArray());
    }
}
