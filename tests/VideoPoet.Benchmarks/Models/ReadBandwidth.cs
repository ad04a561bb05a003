using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoPoet.Benchmarks.Models;

/// <summary>How fast all threads together read memory that is in no cache.</summary>
internal static unsafe class ReadBandwidth
{
    private const long Bytes = 2L << 30;
    private const int Rounds = 4;

    /// <summary>The best of some rounds, bytes a second.</summary>
    /// <param name="threads">How many threads read.</param>
    public static double Measure(int threads)
    {
        var memory = (nint)NativeMemory.AlignedAlloc((nuint)Bytes, 64);
        try
        {
            NativeMemory.Fill((void*)memory, (nuint)Bytes, 1);
            var best = double.PositiveInfinity;
            var part = Bytes / threads / 4096 * 4096;
            for (var round = 0; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var sums = new int[threads];
                var all = Enumerable.Range(0, threads)
                    .Select(index => new Thread(() => sums[index] = Sum((byte*)memory + index * part, part))).ToList();
                all.ForEach(thread => thread.Start());
                all.ForEach(thread => thread.Join());
                if (sums.Any(sum => sum != sums[0]))
                    throw new InvalidOperationException("memory of ones has other sums.");
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }
            return part * threads / best;
        }
        finally
        {
            NativeMemory.AlignedFree((void*)memory);
        }
    }

    private static int Sum(byte* data, long count)
    {
        var (a, b, c, d) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
        var step = Vector<byte>.Count;
        // Four streams, as the decoder reads four rows.
        var quarter = count / 4 / step * step;
        for (long at = 0; at < quarter; at += step)
        {
            a += Vector.Load((int*)(data + at));
            b += Vector.Load((int*)(data + quarter + at));
            c += Vector.Load((int*)(data + 2 * quarter + at));
            d += Vector.Load((int*)(data + 3 * quarter + at));
        }
        return Vector.Sum(a + b + c + d);
    }
}
