using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace VideoPoet.Tests;

/// <summary>Runs the host that the tests are about as a user does.</summary>
internal static class Host
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>Runs the host in a folder and waits for its end.</summary>
    public static HostResult Run(string folder, params string[] arguments)
    {
        using var running = Start(folder, arguments);
        return running.Wait();
    }

    /// <summary>Starts the host in a folder.</summary>
    public static RunningHost Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>Starts the host in a folder, with some variables of its environment.</summary>
    public static RunningHost Start(string folder, IEnumerable<(string Name, string Value)> environment, params string[] arguments) =>
        StartProgram("dotnet", folder, environment, [Metadata("HostPath"), .. arguments]);

    /// <summary>Runs a line of a shell, in which <c>./videopoet</c> is the host, and waits for its end.</summary>
    public static HostResult Shell(string folder, string line)
    {
        var program = line.Replace("./videopoet", $"dotnet '{Metadata("HostPath")}'", StringComparison.Ordinal);
        using var running = StartProgram("bash", folder, [], "-o", "pipefail", "-c", program);
        return running.Wait();
    }

    /// <summary>Starts any program in a folder, with some variables of its environment.</summary>
    public static RunningHost StartProgram(
        string program, string folder, IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What is decoded for a test is of no use to its user.
        start.Environment["XDG_CACHE_HOME"] = TestFiles.PathOf("cache");
        // The model that comes with the program is large, and another one tomorrow.
        start.Environment["VIDEOPOET_MODELS"] = TestFiles.PathOf("models");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!, Longest);
    }

    /// <summary>What the build says of a place.</summary>
    public static string Metadata(string key) =>
        typeof(Host).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

/// <summary>How a run of the host ended.</summary>
internal sealed record HostResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test with everything that was written, unless the host succeeded.</summary>
    public HostResult Succeeded()
    {
        Assert.That(ExitCode, Is.Zero, Output + Error);
        return this;
    }
}

/// <summary>A host that runs.</summary>
internal sealed class RunningHost : IDisposable
{
    private readonly Process process;
    private readonly TimeSpan longest;
    private readonly Task<string> output;
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource ended = new();

    public RunningHost(Process process, TimeSpan longest)
    {
        (this.process, this.longest) = (process, longest);
        output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (lines)
            {
                if (line.Data is null)
                    ended.TrySetResult();
                else
                    lines.Add(line.Data);
                Monitor.PulseAll(lines);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>What it has written to standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>Waits for a line on standard error that holds a text.</summary>
    /// <returns>The line.</returns>
    public string WaitFor(string text)
    {
        var deadline = DateTime.UtcNow + longest;
        lock (lines)
        {
            while (true)
            {
                if (lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                    return found;
                Assert.That(ended.Task.IsCompleted, Is.False, $"the host ended without saying '{text}':\n{string.Join('\n', lines)}");
                Assert.That(Monitor.Wait(lines, deadline - DateTime.UtcNow), Is.True, $"the host does not say '{text}':\n{string.Join('\n', lines)}");
            }
        }
    }

    /// <summary>Sends a signal, as Ctrl-C and a system's shutdown do.</summary>
    public void Signal(PosixSignal signal)
    {
        var name = signal == PosixSignal.SIGINT ? "-INT" : "-TERM";
        using var kill = Process.Start("kill", [name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    public HostResult Wait()
    {
        Assert.That(process.WaitForExit(longest), Is.True, "the host does not end");
        process.WaitForExit();
        ended.Task.Wait();
        lock (lines)
            return new(process.ExitCode, output.Result, string.Join('\n', lines));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
