using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>The keys and values of one layer for the positions so far, in memory for all positions.</summary>
/// <param name="batch">The sequences.</param>
/// <param name="groups">The heads of keys and values.</param>
/// <param name="length">The most positions.</param>
/// <param name="headWidth">The width of a head.</param>
/// <param name="type">The type of keys and values.</param>
/// <param name="device">Where the model lives.</param>
internal sealed class LayerCache(long batch, long groups, long length, long headWidth, ScalarType type, Device device) : IDisposable
{
    private readonly Tensor _keys = empty([batch, groups, length, headWidth], type, device).DetachFromDisposeScope();
    private readonly Tensor _values = empty([batch, groups, length, headWidth], type, device).DetachFromDisposeScope();
    private long _count;

    /// <summary>Adds positions, and returns the keys and values of all so far as views, [batch, groups, positions, head width].</summary>
    public (Tensor Keys, Tensor Values) Append(Tensor keys, Tensor values)
    {
        var added = keys.shape[2];
        using (var place = _keys.narrow(2, _count, added))
            place.copy_(keys);
        using (var place = _values.narrow(2, _count, added))
            place.copy_(values);
        _count += added;
        return Seen();
    }

    /// <summary>The keys and values so far as views, [batch, groups, positions, head width].</summary>
    public (Tensor Keys, Tensor Values) Seen() => (_keys.narrow(2, 0, _count), _values.narrow(2, 0, _count));

    /// <summary>A cache of its own in which each sequence stands several times in a row.</summary>
    public LayerCache Repeat(int times)
    {
        using var scope = NewDisposeScope();
        var (keys, values) = Seen();
        var repeated = new LayerCache(batch * times, groups, length, headWidth, type, device);
        repeated.Append(keys.repeat_interleave(times, 0), values.repeat_interleave(times, 0));
        return repeated;
    }

    /// <summary>Keeps only the first positions.</summary>
    public void Rewind(long count) => _count = count;

    /// <inheritdoc/>
    public void Dispose()
    {
        _keys.Dispose();
        _values.Dispose();
    }
}
