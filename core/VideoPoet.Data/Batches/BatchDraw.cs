using System.Security.Cryptography;
using System.Text;
using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>Which samples a batch has, in order, before anything is read: the whole batch, however many processes share it.</summary>
/// <param name="Step">The step, from 0; of held-out batches the number.</param>
/// <param name="Accumulation">Which of the step's batches it is, from 0.</param>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Lengths">The length group.</param>
/// <param name="Rows">The rows.</param>
public sealed record BatchDraw(long Step, int Accumulation, string Stage, LengthGroup Lengths, IReadOnlyList<DrawnRow> Rows)
{
    /// <summary>The samples, in order.</summary>
    public IEnumerable<SampleId> Samples => Rows.Select(row => row.Id);

    /// <summary>Twelve hexadecimal digits that tell the samples and their order from all others, for logs.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Samples))))[..12];

    /// <summary>The tokens of all rows that are learnt.</summary>
    public long Targets => Rows.Sum(row => (long)row.Targets);

    /// <summary>One line for listings, such as <c>step 12.0, motion: 12 rows of 68 + 1283 positions in square-17, 4f0a61b2c3d4</c>.</summary>
    public override string ToString() =>
        $"step {Step}.{Accumulation}, {Stage}: {Rows.Count} rows of {Lengths.PrefixLength} + {Lengths.OutputLength} positions "
        + $"in {Lengths.Format}, {Digest}";

    /// <summary>The rows of one of the processes that share the batch: runs that follow one another, at most one row longer than others.</summary>
    /// <param name="rank">The process, from 0.</param>
    /// <param name="worldSize">The number of processes.</param>
    /// <returns>A range of <see cref="Rows"/>; empty where there are fewer rows than processes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such process.</exception>
    public Range RowsOf(int rank, int worldSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        return (int)((long)Rows.Count * rank / worldSize)..(int)((long)Rows.Count * (rank + 1) / worldSize);
    }
}
