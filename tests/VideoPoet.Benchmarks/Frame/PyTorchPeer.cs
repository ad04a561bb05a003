using System.Diagnostics;
using System.Globalization;
using VideoPoet.Torch;

namespace VideoPoet.Benchmarks.Frame;

/// <summary>
/// PyTorch in a process of its own, asked for one measurement at a time. The script defines a function for each, without parameters,
/// that returns a number.
/// </summary>
public sealed class PyTorchPeer : IDisposable
{
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3"];

    private readonly Process _process;

    private PyTorchPeer(Process process) => _process = process;

    /// <summary>Starts the script in the first Python that has PyTorch; without one, says how to get it and returns null.</summary>
    /// <param name="script">The script's file name in the folder Peers.</param>
    /// <param name="context">The number of threads, and where to say that there is no PyTorch.</param>
    /// <param name="settings">Environment variables that the script reads; none when null.</param>
    public static PyTorchPeer? Start(string script, BenchmarkContext context, IReadOnlyDictionary<string, string>? settings = null)
    {
        if (Candidates.FirstOrDefault(HasPyTorch) is not { } python)
        {
            context.Log.WriteLine("no PyTorch beside which to measure: no python3 can import torch; on Debian: apt-get install python3-torch");
            return null;
        }

        var peers = Path.Combine(AppContext.BaseDirectory, "Peers");
        var threads = context.Threads.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(python, [Path.Combine(peers, "peer.py"), Path.Combine(peers, script), threads])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        start.Environment["OMP_NUM_THREADS"] = threads;
        // The peer gets the BLAS that serves us, so that Python's side never runs on the slow reference BLAS.
        if (TorchRuntime.Current.BlasLibrary is { } blas)
            start.Environment["LD_PRELOAD"] = blas;
        return new(Process.Start(start)!);
    }

    /// <summary>Calls one of the script's functions and returns its number.</summary>
    /// <exception cref="BenchmarkException">The script ended; its own message is on standard error.</exception>
    public double Measure(string function)
    {
        _process.StandardInput.WriteLine(function);
        return _process.StandardOutput.ReadLine() is { } line
            ? double.Parse(line, CultureInfo.InvariantCulture)
            : throw new BenchmarkException($"PyTorch's side of the benchmark ended in '{function}'.");
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool HasPyTorch(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import torch"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
