namespace VideoPoet.Benchmarks.Frame;

/// <summary>What this processor can do, by Linux's names.</summary>
public static class ProcessorFlags
{
    /// <summary>The flags of the first processor, such as <c>avx2</c>.</summary>
    public static IReadOnlySet<string> Read()
    {
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal));
        return (line ?? "").Split(' ').ToHashSet();
    }
}
