using System.Diagnostics;
using System.Reflection;
using VideoPoet.Data;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

/// <summary>The verb <c>tokenize</c> as a program, with the mini model in formats so small that 200 windows are quick.</summary>
public sealed class KilledRunTests
{
    private const int Clips = 20, Kills = 10;

    private static readonly string ModelFile = Path.Join(Metadata("RepositoryRoot"), "task-specs", "models", "mini.yaml");

    private static readonly Lazy<(string Manifest, string Mixture, string Weights)> Inputs = new(WriteInputs);

    [Test]
    public void Ten_kills_at_random_moments_leave_the_same_bytes_as_none()
    {
        var (whole, killed) = (TestFiles.NewFolder(), TestFiles.NewFolder());
        Finish(whole, workers: 1);
        // The moments differ from run to run and are printed: whatever they are, the bytes must not.
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var kills = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(killed, workers: 1 + kill % 2);
            // Late enough that there is something to kill, early enough that something is left to do.
            while (!process.HasExited && Shards(killed) < kill * Clips / (Kills + 2))
                Thread.Sleep(5);
            Thread.Sleep(random.Next(400));
            if (process.HasExited)
                continue;
            process.Kill();
            process.WaitForExit();
            kills++;
            TestContext.Out.WriteLine($"killed with {Shards(killed)} of {Clips} shards");
        }
        Finish(killed, workers: 2);

        Assert.That(kills, Is.EqualTo(Kills), "every run was killed before its end");
        Assert.That(Tokens.Content(killed), Is.EqualTo(Tokens.Content(whole)));
        using var dataset = TokenizedDataset.Open(killed);
        Assert.That(dataset.Count("tiny-5"), Is.EqualTo(200));
    }

    [Test]
    public void Mistakes_on_the_command_line_are_one_message_and_exit_code_two()
    {
        var (manifest, mixture, weights) = Inputs.Value;
        var empty = TestFiles.NewFolder();
        var output = Path.Join(TestFiles.NewFolder(), "tokens");
        string[] Rest(string weightFolder) => ["--mixture", mixture, "--model", ModelFile, "--weights", weightFolder, "-o", output];

        Refused("does not exist", ["tokenize", "absent.jsonl", .. Rest(weights)]);
        Refused("no media file", ["tokenize", empty, .. Rest(weights)]);
        Refused("has no text encoder", ["tokenize", manifest, .. Rest(empty)]);
        Refused("no part of the shards", ["tokenize", manifest, .. Rest(weights), "--shard", "3/2"]);
        Refused("Did you mean 'clips'?", ["tokenize", manifest, .. Rest(weights), "--source", "clip"]);
        Refused("--stride must be above 0", ["tokenize", manifest, .. Rest(weights), "--stride", "0"]);
        Refused("--mixture", "tokenize", manifest);
        Assert.That(Directory.Exists(output), Is.False);
    }

    private static void Refused(string message, params string[] arguments)
    {
        using var process = Run(arguments);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain(message).And.Not.Contain("   at "));
    }

    private static void Finish(string output, int workers)
    {
        using var process = Start(output, workers);
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
    }

    private static Process Start(string output, int workers)
    {
        var (manifest, mixture, weights) = Inputs.Value;
        return Run(
        [
            "tokenize", manifest, "--mixture", mixture, "--model", ModelFile, "--weights", weights, "-o", output, "--workers", $"{workers}",
            "--entries-per-shard", "1",
        ]);
    }

    private static Process Run(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Metadata("HostPath"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static int Shards(string folder) => Directory.GetFiles(folder, "*.safetensors").Length;

    private static (string Manifest, string Mixture, string Weights) WriteInputs()
    {
        var folder = TestFiles.NewFolder();
        var lines = Enumerable.Range(0, Clips).Select(clip =>
        {
            // Fifty frames at 8 a second: ten windows of five. Each clip begins elsewhere in a moving picture.
            var path = TestFiles.Make(
                $"clip{clip}.mkv", "-f", "lavfi", "-i", $"mandelbrot=size=32x32:rate=8:start_scale={3 - clip / 10.0}".Replace(',', '.'),
                "-f", "lavfi", "-i", $"sine=frequency={200 + 50 * clip}:sample_rate=16000", "-t", "6.25", "-c:v", "ffv1");
            return $$"""{"file": "{{path}}", "caption": "picture {{clip}}"}""";
        });
        var manifest = TestFiles.Text("clips.jsonl", string.Join('\n', lines), folder);
        var mixture = TestFiles.Text("mixture.yaml", """
            tokenBudget: 1000
            formats:
              tiny-5: { width: 16, height: 16, frames: 5 }
            tasks:
              text-to-video:  { data: clips, formats: tiny-5 }
              inpainting:     { data: clips, formats: tiny-5, parameters: { mask: central } }
              video-to-audio: { data: clips, formats: tiny-5 }
            data:
              clips: { shards: clips }
            """, folder);
        var weights = TestFiles.NewFolder();
        SmallWeights.Write(SpecReader.ReadModel(ModelFile), weights);
        return (manifest, mixture, weights);
    }

    private static string Metadata(string key) =>
        typeof(KilledRunTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
