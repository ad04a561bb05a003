using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A block of an attention: some heads, some queries, and the keys from the first one on that these queries may see.</summary>
internal readonly record struct AttentionBlock(long FirstHead, long HeadCount, long FirstRow, long RowCount, long KeyCount)
{
    /// <summary>The block's part of a tensor [heads, queries, …].</summary>
    public Tensor Rows(Tensor tensor) => Part(tensor, FirstRow, RowCount);

    /// <summary>The block's part of a tensor [heads, keys, …].</summary>
    public Tensor Keys(Tensor tensor) => Part(tensor, 0, KeyCount);

    private Tensor Part(Tensor tensor, long first, long count)
    {
        using var heads = tensor.narrow(0, FirstHead, HeadCount);
        return heads.narrow(1, first, count);
    }
}
