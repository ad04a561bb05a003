using System.Globalization;

namespace VideoPoet.Inference;

/// <summary>How much memory a process may still take.</summary>
internal static class FreeMemory
{
    private const string SystemFile = "/proc/meminfo", AvailableKey = "MemAvailable:";

    /// <summary>The smaller of what the system has available and what the process is allowed, bytes.</summary>
    public static long Bytes()
    {
        var allowed = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - Environment.WorkingSet;
        return Math.Max(0, Math.Min(allowed, OfSystem() ?? allowed));
    }

    // In kilobytes, such as "MemAvailable:   12345678 kB".
    private static long? OfSystem()
    {
        if (!File.Exists(SystemFile))
            return null;
        var line = File.ReadLines(SystemFile).FirstOrDefault(line => line.StartsWith(AvailableKey, StringComparison.Ordinal));
        var number = line?[AvailableKey.Length..].Trim().Split(' ')[0];
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes * 1_024 : null;
    }
}
