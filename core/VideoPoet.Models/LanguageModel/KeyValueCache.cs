using VideoPoet.Core;
using VideoPoet.Models.LanguageModel.Network;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel;

/// <summary>The keys and values of sequences in progress, with memory for all of their positions.</summary>
public sealed class KeyValueCache : IDisposable
{
    private readonly LayerCache[] _layers;
    private readonly TextPadding? _padding;

    internal KeyValueCache(LanguageModelSpec sizes, SequenceBatch batch, ScalarType type, Device device)
        : this(
            batch.Layouts, TextPadding.Of(batch, device), 0,
            Enumerable.Range(0, sizes.Layers).Select(_ => new LayerCache(
                batch.Rows, sizes.KeyValueHeads ?? sizes.Heads, batch.Length, sizes.Width / sizes.Heads, type, device)))
    {
    }

    private KeyValueCache(IReadOnlyList<SequenceLayout> layouts, TextPadding? padding, int position, IEnumerable<LayerCache> layers)
    {
        (Layouts, _padding, Position, _layers) = (layouts, padding, position, [.. layers]);
        _padding?.Bias.DetachFromDisposeScope();
    }

    /// <summary>The layout of each sequence.</summary>
    public IReadOnlyList<SequenceLayout> Layouts { get; }

    /// <summary>How many positions have been computed.</summary>
    public int Position { get; private set; }

    /// <summary>The keys, turned, and values of a layer so far, as views: [batch, groups of heads, <see cref="Position"/>, head width].</summary>
    /// <param name="layer">The layer, from 0.</param>
    public (Tensor Keys, Tensor Values) Of(int layer) => _layers[layer].Seen();

    /// <summary>A cache in which each sequence stands several times in a row, so that several samples go on from one prefix.</summary>
    /// <param name="times">How often, at least 1.</param>
    public KeyValueCache Repeat(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return new(
            [.. Layouts.SelectMany(layout => Enumerable.Repeat(layout, times))],
            _padding is null ? null : _padding with { Bias = _padding.Bias.repeat_interleave(times, 0) },
            Position,
            _layers.Select(layer => layer.Repeat(times)));
    }

    /// <summary>Forgets the latest positions.</summary>
    /// <param name="position">How many are kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public void Rewind(int position)
    {
        if (position < 0 || position > Position)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"the cache holds {Position} positions.");
        Position = position;
        foreach (var layer in _layers)
            layer.Rewind(position);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _padding?.Bias.Dispose();
        foreach (var layer in _layers)
            layer.Dispose();
    }

    internal LayerCache Layer(int index) => _layers[index];

    /// <summary>Takes the next positions in, and gives the context of their attention.</summary>
    internal AttentionContext Advance(int count, int headWidth, double rotaryBase, Device device)
    {
        var first = Position;
        Position += count;
        return new(
            Math.Min(count, Layouts[0].PrefixLength),
            Rotation.Factors(first, count, headWidth, rotaryBase, 1 / Math.Sqrt(headWidth), device),
            Rotation.Factors(first, count, headWidth, rotaryBase, 1, device),
            _padding);
    }
}
