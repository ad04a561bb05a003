using System.Numerics;

namespace VideoPoet.Models.T5.Network;

/// <summary>
/// Sorts the distances between positions into the 32 buckets that T5 learns a bias for: each short distance on its own, longer ones by their
/// logarithm, and the last for all that are about 128 and more.
/// </summary>
internal sealed class RelativeBuckets
{
    /// <summary>The number of buckets.</summary>
    public const int Count = 32;

    /// <summary>The distance that the logarithmic buckets are laid out for.</summary>
    public const int LargestDistance = 128;

    private readonly Func<long, int> _bucket;

    private RelativeBuckets(Func<long, int> bucket) => _bucket = bucket;

    /// <summary>The buckets of an encoder: half for keys up to the query, half for keys after it.</summary>
    public static RelativeBuckets BothSides { get; } = new(distance => distance > 0 ? Count / 2 + OneOf16(distance) : OneOf16(-distance));

    /// <summary>The buckets of a decoder: all for keys up to the query; those after it, which it must not see, are in the first.</summary>
    public static RelativeBuckets Behind { get; } = new(distance => OneOf32(Math.Max(0, -distance)));

    /// <summary>The buckets of all pairs, query by query: length × length numbers.</summary>
    /// <param name="length">The number of positions.</param>
    public long[] Table(int length)
    {
        var buckets = new long[length * length];
        for (var query = 0; query < length; query++)
            for (var key = 0; key < length; key++)
                buckets[query * length + key] = _bucket(key - query);
        return buckets;
    }

    // 8 + trunc(8 · ln(n / 8) / ln(128 / 8)) = 2 + floor(log2(n²)): whole numbers cannot be rounded to the wrong side of a limit.
    private static int OneOf16(long length) => length < 8 ? (int)length : Math.Min(15, 2 + BitOperations.Log2((ulong)(length * length)));

    // 16 + trunc(16 · ln(n / 16) / ln(128 / 16)): no limit but 16 and 128, whose logarithms are exact, is a whole number.
    private static int OneOf32(long length) => length < 16 ? (int)length : Math.Min(31, 16 + (int)(16 * Math.Log2(length / 16.0) / 3));
}
