using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using VideoPoet.Inference.Decoding;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>Whether another process draws the same ids, with other instructions and another number of threads.</summary>
internal sealed class OtherProcessTests
{
    // Tells a process that this test has started where to write what it drew.
    private const string ResultFile = "VIDEOPOET_TEST_DRAWN", Threads = "VIDEOPOET_TEST_THREADS";

    [Test]
    public void A_new_process_draws_the_same_with_any_instructions_and_threads()
    {
        var threads = int.Parse(Environment.GetEnvironmentVariable(Threads) ?? "1", System.Globalization.CultureInfo.InvariantCulture);
        var drawn = Enum.GetValues<WeightFormat>().Select(format => $"{format} {Drawn(format, threads)}").ToArray();
        if (Environment.GetEnvironmentVariable(ResultFile) is { } file)
        {
            File.WriteAllLines(file, drawn);
            return;
        }
        Assert.Multiple(() =>
        {
            Assert.That(DrawnElsewhere([]), Is.EqualTo(drawn), "after a restart");
            Assert.That(DrawnElsewhere([("DOTNET_EnableAVX512", "0"), (Threads, "2")]), Is.EqualTo(drawn), "without AVX-512, two threads");
            Assert.That(DrawnElsewhere([("DOTNET_EnableAVX2", "0")]), Is.EqualTo(drawn), "without AVX2");
        });
    }

    private static string Drawn(WeightFormat format, int threads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var kind = 0;
        RandomLayouts.Hold(
            layoutCase =>
            {
                kind++;
                using var decoder = new ManagedDecoder(
                    SmallModels.Model(SmallModels.Sizes(kind, layoutCase.Layout.Length), layoutCase.Vocabulary), format, threads);
                var prompt = SmallModels.Prompt(layoutCase.Layout, kind);
                var request = new DecodingRequest
                {
                    Prompt = prompt, Unguided = SmallModels.Prompt(layoutCase.Layout, kind + 1),
                    Sampling = new() { Guidance = 2, TopP = 0.9 }, Seeds = [kind, 2],
                };
                foreach (var ids in decoder.Decode(request))
                    hash.AppendData(MemoryMarshal.AsBytes(ids.AsSpan()));
                return true;
            },
            cases: 2);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string[] DrawnElsewhere((string Name, string Value)[] settings)
    {
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo(
            "dotnet", ["vstest", typeof(OtherProcessTests).Assembly.Location, "--", $"NUnit.Where=test =~ '{nameof(OtherProcessTests)}'"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[ResultFile] = file;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        var lines = File.ReadAllLines(file);
        File.Delete(file);
        return lines;
    }
}
