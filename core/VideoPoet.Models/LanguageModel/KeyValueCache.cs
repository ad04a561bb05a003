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
    {
        var groups = sizes.KeyValueHeads ?? sizes.Heads;
        Layouts = batch.Layouts;
        _padding = TextPadding.Of(batch, device);
        _padding?.Bias.DetachFromDisposeScope();
        _layers = [.. Enumerable.Range(0, sizes.Layers)
            .Select(_ => new LayerCache(batch.Rows, groups, batch.Length, sizes.Width / sizes.Heads, type, device))];
    }

    /// <summary>The layout of each sequence.</summary>
    public IReadOnlyList<SequenceLayout> Layouts { get; }

    /// <summary>How many positions have been computed.</summary>
    public int Position { get; private set; }

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
            count,
            Rotation.Factors(first, count, headWidth, rotaryBase, 1 / Math.Sqrt(headWidth), device),
            Rotation.Factors(first, count, headWidth, rotaryBase, 1, device),
            _padding);
    }
}
