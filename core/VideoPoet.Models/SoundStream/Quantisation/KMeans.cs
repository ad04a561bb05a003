using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Lloyd's algorithm: means of vectors that lie together.</summary>
internal static class KMeans
{
    /// <summary>Finds means, starting from some of the vectors by chance.</summary>
    /// <param name="vectors">[vectors, width]; with fewer vectors than means, some means start equal.</param>
    /// <param name="count">The number of means.</param>
    /// <param name="rounds">How often the means move; at least 1.</param>
    /// <returns>The means, [count, width], and how many vectors each was made of, [count].</returns>
    public static (Tensor Means, Tensor Counts) Cluster(Tensor vectors, int count, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        using var scope = NewDisposeScope();
        var means = vectors.index_select(0, Start(vectors.size(0), count, vectors.device));
        var counts = means;
        for (var round = 0; round < rounds; round++)
        {
            using var step = NewDisposeScope();
            var codes = Codewords.Nearest(vectors, means);
            var members = Codewords.Members(vectors, codes, count);
            (means, counts) = step.MoveToOuter(Codewords.Means(members.Counts, members.Sums, means), members.Counts);
        }
        return scope.MoveToOuter(means, counts);
    }

    private static Tensor Start(long vectors, int count, Device device) => vectors < count
        ? randint(0, vectors, [count], ScalarType.Int64, device)
        : randperm(vectors, ScalarType.Int64, device).narrow(0, 0, count);
}
