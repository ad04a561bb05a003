using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Which vectors belong to which codewords.</summary>
internal static class Codewords
{
    /// <summary>The nearest codeword of each vector, by Euclidean distance.</summary>
    /// <param name="vectors">[vectors, width]</param>
    /// <param name="table">[codes, width]</param>
    /// <returns>[vectors] of type <see cref="ScalarType.Int64"/>.</returns>
    public static Tensor Nearest(Tensor vectors, Tensor table)
    {
        using var scope = NewDisposeScope();
        // ‖v − e‖² = ‖v‖² − 2 v·e + ‖e‖², and ‖v‖² is the same for all e.
        var norms = table.square().sum(dim: 1);
        return norms.addmm(vectors, table.t(), beta: 1, alpha: -2).argmin(1).MoveToOuterDisposeScope();
    }

    /// <summary>The number of vectors of each codeword, [codes], and their sums, [codes, width].</summary>
    /// <param name="vectors">[vectors, width]</param>
    /// <param name="codes">[vectors], the codeword of each.</param>
    /// <param name="count">The number of codewords.</param>
    public static (Tensor Counts, Tensor Sums) Members(Tensor vectors, Tensor codes, int count)
    {
        using var scope = NewDisposeScope();
        var counts = codes.bincount(null, count).to(vectors.dtype);
        var sums = zeros([count, vectors.size(1)], vectors.dtype, vectors.device).index_add_(0, codes, vectors, 1);
        return scope.MoveToOuter(counts, sums);
    }

    /// <summary>The mean of each codeword's vectors; those of none stay as they are.</summary>
    /// <param name="counts">[codes]</param>
    /// <param name="sums">[codes, width]</param>
    /// <param name="otherwise">[codes, width]</param>
    public static Tensor Means(Tensor counts, Tensor sums, Tensor otherwise)
    {
        using var scope = NewDisposeScope();
        var column = counts.unsqueeze(1);
        return where(column.gt(0), sums / column.clamp_min(1), otherwise).MoveToOuterDisposeScope();
    }
}
