using System.Diagnostics;
using System.Reflection;

namespace VideoPoet.Tests;

/// <summary>Runs programs as a user does.</summary>
internal static class Command
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string HostPath { get; } = Metadata("HostPath");

    public static string HostFolder => Path.GetDirectoryName(HostPath)!;

    /// <summary>Runs the inference host.</summary>
    public static CommandResult Host(params string[] arguments) => Run("dotnet", Path.GetTempPath(), [HostPath, .. arguments]);

    /// <summary>Runs a program in a folder and waits for its end.</summary>
    public static CommandResult Run(string program, string folder, params string[] arguments) => RunWith([], program, folder, arguments);

    /// <summary>Runs a program in a folder with variables of its own and waits for its end.</summary>
    public static CommandResult RunWith(Dictionary<string, string> variables, string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What a test runner sets for itself would change how programs behave below it.
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(variable);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    private static string Metadata(string key) =>
        typeof(Command).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test with everything that was written, unless the program succeeded.</summary>
    public CommandResult Succeeded()
    {
        Assert.That(ExitCode, Is.Zero, Output + Error);
        return this;
    }
}
