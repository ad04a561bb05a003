using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VideoPoet.Tests;

/// <summary>What this process and the programs that it started take, asked of Linux.</summary>
internal static class Usage
{
    private const int Children = -1, Fields = 18, LargestResident = 4;

    /// <summary>The memory that this process has, bytes.</summary>
    public static long Resident => ResidentOf("self");

    /// <summary>The most memory that this process ever had, bytes.</summary>
    public static long PeakResident
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }
    }

    /// <summary>The memory that the programs started by this process have, bytes.</summary>
    public static long ResidentOfChildren => Directory.GetDirectories("/proc/self/task")
        .SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Sum(ResidentOf);

    /// <summary>
    /// The most memory that any program which this process started and outlived ever had, bytes. Linux also counts what this process had when it
    /// started one, so that this is a bound.
    /// </summary>
    public static long PeakResidentOfChildren
    {
        get
        {
            var usage = new long[Fields];
            Assert.That(GetUsage(Children, usage), Is.Zero);
            return usage[LargestResident] << 10;
        }
    }

    // A program that has just ended has none.
    private static long ResidentOf(string process)
    {
        try
        {
            return long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1]) * Environment.SystemPageSize;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
