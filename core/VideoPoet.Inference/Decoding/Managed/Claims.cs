namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Counters by which workers take pieces of a phase, one after another: who does what never changes a result.</summary>
/// <param name="phases">How many phases a program has at most.</param>
internal sealed class Claims(int phases)
{
    // A counter has a cache line of its own.
    private const int Spacing = 16;

    private readonly int[] _next = new int[(phases + 1) * Spacing];

    /// <summary>Before the program.</summary>
    public void Reset() => Array.Clear(_next);

    /// <summary>The next piece of a phase that nobody has taken.</summary>
    /// <param name="phase">The phase, from 0.</param>
    public int Take(int phase) => Interlocked.Increment(ref _next[(phase + 1) * Spacing]) - 1;
}
