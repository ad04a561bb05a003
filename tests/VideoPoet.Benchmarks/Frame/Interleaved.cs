namespace VideoPoet.Benchmarks.Frame;

/// <summary>The best of our times and of a peer's, in the same unit; the peer's is null where there is no peer.</summary>
public sealed record Comparison(double Ours, double? Theirs)
{
    /// <summary>Our time as a share of the peer's: below 1 is faster. Null where there is no peer.</summary>
    public double? Ratio => Ours / Theirs;
}

/// <summary>Measures two sides in turn, so that both meet the same disturbances, and keeps the best of each.</summary>
public static class Interleaved
{
    /// <summary>Runs each side once for warming up and then in turn.</summary>
    /// <param name="rounds">How many measurements of each side count, at least 1.</param>
    /// <param name="ours">Measures our side once and returns a time.</param>
    /// <param name="theirs">Measures the peer once and returns a time in the same unit; null when there is none.</param>
    public static Comparison Best(int rounds, Func<double> ours, Func<double>? theirs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ours();
        theirs?.Invoke();
        var best = new Comparison(double.PositiveInfinity, theirs is null ? null : double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
            best = new(Math.Min(best.Ours, ours()), theirs is null ? null : Math.Min(best.Theirs!.Value, theirs()));
        return best;
    }
}
