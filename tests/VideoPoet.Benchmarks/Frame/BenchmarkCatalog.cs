namespace VideoPoet.Benchmarks.Frame;

/// <summary>Finds the benchmarks.</summary>
public static class BenchmarkCatalog
{
    /// <summary>One instance of every benchmark in this program, by name.</summary>
    public static IReadOnlyList<IBenchmark> OfThisProgram() =>
    [
        .. typeof(BenchmarkCatalog).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IBenchmark)))
            .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
            .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal),
    ];
}
