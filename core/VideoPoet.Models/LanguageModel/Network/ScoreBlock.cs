using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>A block of an attention: some groups of heads, some queries, and the keys from the first one on that these queries may see.</summary>
/// <param name="FirstHead">The first of the batch · groups of heads.</param>
/// <param name="Heads">How many of them.</param>
/// <param name="FirstRow">The first query.</param>
/// <param name="Rows">How many queries.</param>
/// <param name="Keys">How many keys.</param>
/// <param name="IsCausal">Whether the last <paramref name="Rows"/> keys are those of the queries, each of which sees none after its own.</param>
internal readonly record struct ScoreBlock(int FirstHead, int Heads, int FirstRow, int Rows, int Keys, bool IsCausal)
{
    // Scores of one block: few enough to stay in the caches, enough rows for fast products.
    private const int MostScores = 1 << 19, MostRows = 256, LeastRows = 64;

    /// <summary>The blocks of sequences: the prefix sees itself, every other query the prefix and what is not after it.</summary>
    /// <param name="heads">The batch · groups of heads.</param>
    /// <param name="sharing">The heads of a group, which share keys and values.</param>
    /// <param name="length">The positions.</param>
    /// <param name="prefix">The positions of the prefix.</param>
    public static IReadOnlyList<ScoreBlock> Of(int heads, int sharing, int length, int prefix)
    {
        var blocks = new List<ScoreBlock>();
        for (var first = 0; first < length;)
        {
            var end = first < prefix ? prefix : length;
            var rows = Math.Min(end - first, Math.Clamp(MostScores / (end * sharing), LeastRows, MostRows));
            var keys = first < prefix ? prefix : first + rows;
            var most = Math.Max(1, MostScores / (rows * sharing * keys));
            for (var head = 0; head < heads; head += most)
                blocks.Add(new(head, Math.Min(most, heads - head), first, rows, keys, first >= prefix));
            first += rows;
        }
        return blocks;
    }

    /// <summary>The block's part of [heads, sharing, positions, features] as [heads, sharing · rows, features].</summary>
    public Tensor Queries(Tensor tensor) => tensor.narrow(0, FirstHead, Heads).narrow(2, FirstRow, Rows).flatten(1, 2);

    /// <summary>The block's part of [heads, positions, features].</summary>
    public Tensor Seen(Tensor tensor) => tensor.narrow(0, FirstHead, Heads).narrow(1, 0, Keys);

    /// <summary>Writes [heads, sharing · rows, features] into the block's part of [heads, sharing, positions, features].</summary>
    public void Put(Tensor part, Tensor whole)
    {
        var place = whole.narrow(0, FirstHead, Heads).narrow(2, FirstRow, Rows);
        place.copy_(part.view(place.shape));
    }
}
