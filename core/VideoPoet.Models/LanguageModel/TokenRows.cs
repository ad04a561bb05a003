using TorchSharp.Modules;
using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>
/// Which rows of the tables of tokens stand for which ids. Whole codes have one row an id. Factorised ones have one for each value of the high half
/// of a visual code's bits, then one for each value of the low half, and an id is the sum of two rows; other ids have one.
/// </summary>
public sealed class TokenRows
{
    private readonly UnifiedVocabulary _vocabulary;
    private readonly TokenFactors? _factors;

    /// <summary>Lays the rows out.</summary>
    /// <param name="vocabulary">The ids.</param>
    /// <param name="isFactorised">Whether visual codes are two halves.</param>
    /// <exception cref="ArgumentException">Codes to factorise do not have an even number of bits.</exception>
    internal TokenRows(UnifiedVocabulary vocabulary, bool isFactorised)
    {
        _vocabulary = vocabulary;
        if (!isFactorised)
            return;
        var bits = int.Log2(vocabulary.VisualCodes);
        if (vocabulary.VisualCodes != 1 << bits || bits % 2 != 0)
            throw new ArgumentException($"{vocabulary.VisualCodes} visual codes are not 2 to an even number of bits and cannot be factorised.");
        _factors = new(bits);
    }

    /// <summary>The number of rows.</summary>
    public int Count => _vocabulary.Size - Saved;

    /// <summary>The rows of the high halves of visual codes.</summary>
    /// <exception cref="InvalidOperationException">Codes are whole.</exception>
    public IdRange High => new(_vocabulary.Visual.Start, Half);

    /// <summary>The rows of the low halves of visual codes.</summary>
    /// <exception cref="InvalidOperationException">Codes are whole.</exception>
    public IdRange Low => new(_vocabulary.Visual.Start + Half, Half);

    /// <summary>The rows of ids that have one row each.</summary>
    /// <param name="ids">Ids of one kind, such as an audio level.</param>
    /// <exception cref="ArgumentException">They are, or have among them, factorised codes.</exception>
    public IdRange Of(IdRange ids)
    {
        if (_factors is null || ids.End <= _vocabulary.Visual.Start)
            return ids;
        return IsWhole(ids)
            ? new(ids.Start - Saved, ids.Count)
            : throw new ArgumentException($"the ids {ids} are visual codes in two halves, which have no row of their own.", nameof(ids));
    }

    /// <summary>Whether ids have one row each.</summary>
    /// <param name="ids">Ids of one kind.</param>
    public bool IsWhole(IdRange ids) => _factors is null || ids.End <= _vocabulary.Visual.Start || ids.Start >= _vocabulary.Visual.End;

    /// <summary>The low and the high halves of visual codes.</summary>
    /// <param name="codes">int64, from 0.</param>
    /// <exception cref="InvalidOperationException">Codes are whole.</exception>
    public (Tensor Low, Tensor High) Split(Tensor codes) => Factors.Split(codes);

    /// <summary>Reads the rows of ids: one each, or the sum of two.</summary>
    /// <param name="ids">int64, of any shape.</param>
    /// <param name="table">The table, with <see cref="Count"/> rows.</param>
    /// <returns>The shape of the ids, and the width of the table.</returns>
    public Tensor Embed(Tensor ids, Embedding table)
    {
        if (_factors is null)
            return table.call(ids);
        using var scope = NewDisposeScope();
        var visual = _vocabulary.Visual;
        var isVisual = ids.ge(visual.Start).logical_and(ids.lt(visual.End));
        var (low, high) = _factors.Split((ids - visual.Start).where(isVisual, zeros_like(ids)));
        var other = ids.where(ids.lt(visual.Start), ids - Saved);
        var first = table.call((high + High.Start).where(isVisual, other));
        var second = table.call(low + Low.Start) * isVisual.unsqueeze(-1).to_type(first.dtype);
        return (first + second).MoveToOuterDisposeScope();
    }

    private TokenFactors Factors => _factors ?? throw new InvalidOperationException("visual codes are whole here.");

    private int Half => (int)Factors.Codes;

    private int Saved => _factors is null ? 0 : _vocabulary.VisualCodes - 2 * Half;
}
