using System.Collections.Concurrent;
using System.Diagnostics;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class MutationTests
{
    private const long Memory = 1 << 30;

    private static readonly string[] Kinds =
        [".mp4", ".mkv", ".webm", ".avi", ".mov", ".mpg", ".ogv", ".flv", ".gif", ".wav", ".mp3", ".flac", ".png", ".jpg", ".webp", ".g722"];

    // Together they take at most ten seconds: ffprobe, the pictures and the sound.
    private static readonly MediaReadOptions Options = new()
    {
        Limits = new() { Time = TimeSpan.FromSeconds(3.3), DecodedBytes = 256 << 20, ProgramBytes = 768 << 20 },
    };

    [Test]
    public async Task A_damaged_file_is_refused_in_one_line_or_read_within_limits_of_time_and_memory()
    {
        var originals = Kinds.ToDictionary(kind => kind, kind => File.ReadAllBytes(Original(kind)));
        var outcomes = new ConcurrentBag<(string Outcome, TimeSpan Time)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Mutation.Count(96)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) =>
        {
            var random = new Random(seed);
            var kind = Kinds[seed % Kinds.Length];
            var path = TestMedia.PathOf($"damaged-{seed}{kind}");
            var other = originals[Kinds[random.Next(Kinds.Length)]];
            await File.WriteAllBytesAsync(path, Mutation.Of(originals[kind], other, random), CancellationToken.None);
            var watch = Stopwatch.StartNew();
            outcomes.Add((await ReadAsync(path), watch.Elapsed));
            File.Delete(path);
        });

        foreach (var outcome in outcomes.GroupBy(outcome => outcome.Outcome).OrderByDescending(group => group.Count()))
            TestContext.Out.WriteLine($"{outcome.Count(),5} {outcome.Key}");
        TestContext.Out.WriteLine(
            $"the slowest of {outcomes.Count} took {outcomes.Max(outcome => outcome.Time).TotalSeconds:0.0} s; "
            + $"this process had {Usage.PeakResident >> 20} MiB at most, and no program more than {Usage.PeakResidentOfChildren >> 20} MiB");
        Assert.That(Usage.PeakResident, Is.LessThan(Memory));
        Assert.That(Usage.PeakResidentOfChildren, Is.LessThan(Memory));
    }

    // What became of the file; any exception but the one that is meant for bad files fails the test.
    private static async Task<string> ReadAsync(string path)
    {
        try
        {
            using var clip = await MediaReader.ReadAsync(path, Options);
            Assert.That(clip.Video?.Frames.Count ?? clip.Sound!.Samples.Length, Is.Positive);
            return "read";
        }
        catch (MediaException exception)
        {
            Assert.That(exception.Message, Does.StartWith($"{path}: ").And.Not.Contain("\n"));
            return exception.Reason.Contains(" within ") ? "stopped by the limit of time"
                : exception.Reason.Contains(" memory ") ? "stopped by a limit of memory"
                : "refused";
        }
    }

    // A second of small pictures, a picture, or a second of sound.
    private static string Original(string kind) => kind switch
    {
        ".png" or ".jpg" or ".webp" => TestMedia.Make($"original{kind}", "-f", "lavfi", "-i", "testsrc2=size=96x64", "-frames:v", "1"),
        ".wav" or ".mp3" or ".flac" or ".g722" => TestMedia.Make($"original{kind}", "-f", "lavfi", "-i", "sine=duration=1"),
        _ => TestMedia.Make(
            $"original{kind}",
            "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25:duration=1", "-f", "lavfi", "-i", "sine=duration=1:sample_rate=44100"),
    };
}
