using System.Diagnostics;

namespace VideoPoet.Tests;

/// <summary>A folder that lasts as long as the tests, with media that ffmpeg's own sources make.</summary>
[SetUpFixture]
public sealed partial class TestFiles
{
    public static string Folder { get; private set; } = "";

    [OneTimeSetUp]
    public void Create()
    {
        Folder = Directory.CreateTempSubdirectory("videopoet-host-").FullName;
        WriteModel();
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Folder, recursive: true);

    /// <summary>A path in the folder.</summary>
    public static string PathOf(string name) => Path.Join(Folder, name);

    /// <summary>A new, empty folder.</summary>
    public static string NewFolder() => Directory.CreateDirectory(PathOf(Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Makes a media file once.</summary>
    public static string Make(string name, params string[] arguments)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            Tool("ffmpeg", ["-v", "error", "-nostdin", .. arguments, path]);
        return path;
    }

    /// <summary>Three seconds of moving pictures with a tone.</summary>
    public static string Clip => Make(
        "clip.mp4",
        "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25:duration=3", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100:duration=3",
        "-pix_fmt", "yuv420p");

    /// <summary>Three seconds of moving pictures without sound.</summary>
    public static string SilentClip => Make("silent.mp4", "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25:duration=3", "-pix_fmt", "yuv420p");

    /// <summary>A picture.</summary>
    public static string Image => Make("image.png", "-f", "lavfi", "-i", "testsrc2=size=70x50", "-frames:v", "1");

    /// <summary>Two seconds of a tone.</summary>
    public static string Sound => Make("tone.wav", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=22050:duration=2");

    /// <summary>What ffprobe says of a file: streams as <c>codec_type,width,height</c>, then the duration.</summary>
    public static string[] Probe(string file) => Tool(
        "ffprobe", "-v", "error", "-show_entries", "stream=codec_type,width,height:format=duration", "-of", "csv=p=0", file)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Tool(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}");
        return output;
    }

    /// <summary>Writes the model that the tests are about.</summary>
    static partial void WriteModel();
}
