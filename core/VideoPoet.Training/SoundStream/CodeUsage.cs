using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Which codes of each level are used, and how evenly.</summary>
internal sealed class CodeUsage(int levels)
{
    private readonly List<long>[] _codes = [.. Enumerable.Range(0, levels).Select(_ => new List<long>())];

    /// <summary>The number of different codes of each level, and the perplexity of their frequencies; levels are counted from 0.</summary>
    public IEnumerable<Figure> Figures => _codes.SelectMany((codes, level) =>
    {
        var shares = codes.CountBy(code => code).Select(pair => (double)pair.Value / codes.Count).ToList();
        return new Figure[]
        {
            new($"codes_used_level{level}", shares.Count),
            new($"code_perplexity_level{level}", Math.Exp(-shares.Sum(share => share * Math.Log(share)))),
        };
    });

    /// <summary>Adds the codes of a sound, [1, levels, frames].</summary>
    public void Add(Tensor codes)
    {
        for (var level = 0; level < _codes.Length; level++)
        {
            using var row = codes.select(1, level).contiguous();
            _codes[level].AddRange(row.data<long>().ToArray());
        }
    }
}
