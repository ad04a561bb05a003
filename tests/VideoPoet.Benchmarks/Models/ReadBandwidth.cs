using System.Diagnostics;
using System.Numerics;
using VideoPoet.Inference.Decoding.Managed;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Benchmarks.Models;

/// <summary>How fast all threads together read memory that is in no cache, measured now and then, for it varies by the minute.</summary>
/// <param name="threads">How many threads read.</param>
internal sealed unsafe class ReadBandwidth(int threads) : IDisposable
{
    private const long Bytes = 2L << 30;
    private const int Ahead = 1_024;

    private readonly AlignedMemory _memory = new(Bytes);

    /// <summary>The best so far, bytes a second.</summary>
    public double Best { get; private set; }

    /// <summary>Measures once more.</summary>
    /// <returns>Seconds a byte.</returns>
    public double Measure()
    {
        var part = Bytes / threads / 4096 * 4096;
        var best = double.PositiveInfinity;
        // Which reads faster depends on the processor: with or without telling it what comes.
        foreach (var ahead in (ReadOnlySpan<int>)[0, Ahead])
        {
            var sums = new int[threads];
            var watch = Stopwatch.StartNew();
            var all = Enumerable.Range(0, threads).Select(index => new Thread(() => sums[index] = Sum(_memory.Start + index * part, part, ahead))).ToList();
            all.ForEach(thread => thread.Start());
            all.ForEach(thread => thread.Join());
            best = Math.Min(best, watch.Elapsed.TotalSeconds / (part * threads));
            if (sums.Any(sum => sum != 0))
                throw new InvalidOperationException("memory of zeros has other sums.");
        }
        Best = Math.Max(Best, 1 / best);
        return best;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private static int Sum(byte* data, long count, int ahead)
    {
        var (a, b, c, d) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
        var step = Vector<byte>.Count;
        // Four streams, as the decoder reads four rows.
        var quarter = count / 4 / step * step;
        for (long at = 0; at < quarter; at += step)
        {
            if (ahead > 0)
            {
                Lines.Fetch(data + at, ahead);
                Lines.Fetch(data + quarter + at, ahead);
                Lines.Fetch(data + 2 * quarter + at, ahead);
                Lines.Fetch(data + 3 * quarter + at, ahead);
            }
            a += Vector.Load((int*)(data + at));
            b += Vector.Load((int*)(data + quarter + at));
            c += Vector.Load((int*)(data + 2 * quarter + at));
            d += Vector.Load((int*)(data + 3 * quarter + at));
        }
        return Vector.Sum(a + b + c + d);
    }
}
