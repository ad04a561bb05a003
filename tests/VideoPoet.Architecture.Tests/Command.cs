using System.Diagnostics;

namespace VideoPoet.Architecture;

/// <summary>Runs a program to its end.</summary>
public static class Command
{
    /// <summary>Runs a program in the repository's root; its two output streams come back as one text.</summary>
    public static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = RepositoryTree.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Set by the test host for itself, and in the way of another SDK process.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
