using System.Diagnostics;
using System.Text.Json.Nodes;
using VideoPoet.Benchmarks.Frame;

namespace VideoPoet.Benchmarks;

/// <summary>How much later a program starts when the launcher starts it; the program is this one, listing its benchmarks.</summary>
public sealed class LauncherBenchmark : IBenchmark
{
    private const int Rounds = 15;

    public string Name => "launcher";

    public string Summary => "What ./videopoet adds to the time of the program that it starts, when everything is up to date.";

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("launcher_ms", "the program through the launcher, in milliseconds (best of 15)"),
        new("direct_ms", "the same program through dotnet alone"),
        new("overhead_ms", "the difference; the limit is 300"),
    ];

    public JsonObject Run(BenchmarkContext context)
    {
        var program = typeof(LauncherBenchmark).Assembly.Location;
        var launcher = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(program)!, "..", "..", "..", "..", "videopoet"));
        var best = Interleaved.Best(Rounds, () => Time(launcher, "bench"), () => Time("dotnet", program));
        return new() { ["launcher_ms"] = best.Ours, ["direct_ms"] = best.Theirs, ["overhead_ms"] = best.Ours - best.Theirs };
    }

    private static double Time(string program, string argument)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalMilliseconds
            : throw new BenchmarkException($"'{program} {argument}' ended with exit code {process.ExitCode}.");
    }
}
