using System.Diagnostics;

namespace VideoPoet.Specs.Tests.Support;

/// <summary>What the inference host answered.</summary>
internal sealed record HostAnswer(int ExitCode, string Output, string Error);

/// <summary>Runs the inference host as a user does.</summary>
internal static class Host
{
    public static HostAnswer Run(params string[] arguments) => RunWith([], arguments);

    public static HostAnswer RunWith(Dictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [BuildFacts.HostPath, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}
