using System.Diagnostics;

namespace VideoPoet.Tests;

/// <summary>Files that the tests make, in a folder that lasts as long as they do.</summary>
[SetUpFixture]
public sealed class TestFiles
{
    private static int folders;

    public static string Folder { get; private set; } = "";

    [OneTimeSetUp]
    public void Create() => Folder = Directory.CreateTempSubdirectory("videopoet-data-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Folder, recursive: true);

    /// <summary>A new empty folder.</summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Join(Folder, $"folder{Interlocked.Increment(ref folders)}")).FullName;

    /// <summary>Writes a text file into a folder of its own or a given one.</summary>
    public static string Text(string name, string text, string? folder = null)
    {
        var path = Path.Join(folder ?? NewFolder(), name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Makes a media file once.</summary>
    public static string Make(string name, params string[] arguments)
    {
        var path = Path.Join(Folder, name);
        if (!File.Exists(path))
        {
            using var process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", .. arguments, path]);
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, $"ffmpeg could not make {name}");
        }
        return path;
    }

    /// <summary>Lossless video whose frames have the brightness of their time: frame n of 10 a second is n / 100 white.</summary>
    public static string Brightening(double seconds) => Make(
        $"brightening{seconds}.mkv", "-f", "lavfi", "-i", $"color=black:size=32x32:rate=10:duration={seconds}",
        "-vf", "geq=lum='16+N*2':cb=128:cr=128", "-pix_fmt", "yuv444p", "-c:v", "ffv1");

    /// <summary>An image: black at the left, white at the right.</summary>
    public static string HalfWhite => Make(
        "half.png", "-f", "lavfi", "-i", "color=black:size=32x32", "-vf", "drawbox=16:0:16:32:white:fill", "-frames:v", "1");

    /// <summary>A sound that rises steadily from 0 to half its range.</summary>
    public static string Rising(double seconds) => Make(
        $"rising{seconds}.wav", "-f", "lavfi", "-i", $"aevalsrc=0.5*t/{seconds}:s=16000:d={seconds}", "-c:a", "pcm_s16le");
}
