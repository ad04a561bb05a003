using System.Diagnostics;
using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

/// <summary>Files that ffmpeg's own sources make, in a folder that lasts as long as the tests.</summary>
[SetUpFixture]
public sealed class TestMedia
{
    public static string Folder { get; private set; } = "";

    [OneTimeSetUp]
    public void Create() => Folder = Directory.CreateTempSubdirectory("videopoet-media-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Folder, recursive: true);

    /// <summary>A path in the folder.</summary>
    public static string PathOf(string name) => Path.Join(Folder, name);

    /// <summary>Makes a file once.</summary>
    public static string Make(string name, params string[] arguments)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            using var process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", .. arguments, path]);
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, $"ffmpeg could not make {name}");
        }
        return path;
    }

    /// <summary>Three seconds of moving pictures at 25 frames a second, with a tone of 440 Hz.</summary>
    public static string MovingPictures(string extension) => Make(
        "moving" + extension,
        "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=25:duration=3",
        "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100:duration=3");

    /// <summary>One second of red, then one of blue, at 10 frames a second, without sound.</summary>
    public static string RedThenBlue => Make(
        "red-blue.mp4",
        "-f", "lavfi", "-i", "color=red:size=64x64:rate=10:duration=1",
        "-f", "lavfi", "-i", "color=blue:size=64x64:rate=10:duration=1",
        "-filter_complex", "concat=n=2", "-pix_fmt", "yuv420p");

    /// <summary>Twice as wide as high: the outer quarters are green, the middle is red.</summary>
    public static string Wide => Make(
        "wide.png", "-f", "lavfi", "-i", "color=green:size=128x64", "-vf", "drawbox=32:0:64:64:red:fill", "-frames:v", "1");

    /// <summary>The mean red, green and blue of a part of a frame.</summary>
    public static (double Red, double Green, double Blue) Mean(PixelFrames frames, int frame, int left, int top, int width, int height)
    {
        var sums = new double[PixelFrames.Channels];
        for (var row = top; row < top + height; row++)
        {
            for (var column = left; column < left + width; column++)
            {
                for (var channel = 0; channel < sums.Length; channel++)
                    sums[channel] += frames.Pixels.Span[((frame * frames.Height + row) * frames.Width + column) * sums.Length + channel];
            }
        }
        var pixels = (double)width * height;
        return (sums[0] / pixels, sums[1] / pixels, sums[2] / pixels);
    }

    /// <summary>The mean red, green and blue of a frame.</summary>
    public static (double Red, double Green, double Blue) Mean(PixelFrames frames, int frame) =>
        Mean(frames, frame, 0, 0, frames.Width, frames.Height);

    /// <summary>Frames with a smooth gradient that moves.</summary>
    public static PixelFrames Gradient(int frames, int height, int width)
    {
        var pixels = new byte[frames * height * width * PixelFrames.Channels];
        var index = 0;
        for (var frame = 0; frame < frames; frame++)
        {
            for (var row = 0; row < height; row++)
            {
                for (var column = 0; column < width; column++)
                {
                    pixels[index++] = (byte)(255 * row / height);
                    pixels[index++] = (byte)(255 * column / width);
                    pixels[index++] = (byte)(255 * frame / frames);
                }
            }
        }
        return new(pixels, height, width);
    }

    /// <summary>A tone.</summary>
    public static AudioClip Tone(double hertz, int samples, int sampleRateHz = 16_000) =>
        new(Enumerable.Range(0, samples).Select(i => 0.5f * MathF.Sin((float)(2 * Math.PI * hertz * i / sampleRateHz))).ToArray(), sampleRateHz);

    /// <summary>How often a tone rises through zero, a second; what is as soft as a codec's noise does not count.</summary>
    public static double Pitch(AudioClip sound)
    {
        const float Noise = 0.03f;
        var samples = sound.Samples.Span;
        var rises = new List<int>();
        var below = false;
        for (var i = 0; i < samples.Length; i++)
        {
            if (below && samples[i] > Noise)
                rises.Add(i);
            below = samples[i] < -Noise || (below && samples[i] <= Noise);
        }
        return (rises.Count - 1.0) * sound.SampleRateHz / (rises[^1] - rises[0]);
    }

    /// <summary>The mean of the squared samples.</summary>
    public static double Power(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += sample * sample;
        return sum / samples.Length;
    }

    /// <summary>The peak signal-to-noise ratio, decibels.</summary>
    public static double Psnr(PixelFrames left, PixelFrames right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Pixels.Length; i++)
            sum += Math.Pow(left.Pixels.Span[i] - right.Pixels.Span[i], 2);
        return 10 * Math.Log10(255 * 255 / (sum / left.Pixels.Length));
    }
}
