using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A tensor's elements as .NET values, in row-major order and without a copy; it keeps the tensor alive until it is disposed.</summary>
/// <typeparam name="T">The .NET type of the elements.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly Layout _layout;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _layout = Layout.Of(tensor);
    }

    /// <summary>The number of elements.</summary>
    public long Count => _layout.Count;

    /// <summary>False: elements can be assigned.</summary>
    public bool IsReadOnly => false;

    /// <summary>An element, by one position a dimension or by its index in row-major order.</summary>
    /// <exception cref="IndexOutOfRangeException">A position is outside its dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no element with that index.</exception>
    public T this[params long[] indices]
    {
        get => Read(Offset(indices));
        set => Write(Offset(indices), value);
    }

    /// <summary>Whether two accessors show equal elements.</summary>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.SequenceEqual(right);

    /// <summary>Whether two accessors show different elements.</summary>
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <summary>A copy of all elements, in row-major order.</summary>
    public T[] ToArray()
    {
        var copy = GC.AllocateUninitializedArray<T>(checked((int)Count));
        CopyTo(copy.AsSpan());
        return copy;
    }

    /// <summary>A copy of all elements, with the tensor's dimensions; for a tensor without dimensions, an array of one element.</summary>
    public Array ToNDArray()
    {
        var shape = _tensor.shape;
        var copy = Array.CreateInstance(typeof(T), shape.Length == 0 ? [1L] : shape);
        CopyTo(Elements.Flat<T>(copy));
        return copy;
    }

    /// <summary>Copies elements into an array until either ends.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first place in the array.</param>
    /// <param name="tensorIndex">The first element, by its index in row-major order.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements into a span until either ends.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first place in the span.</param>
    /// <param name="tensorIndex">The first element, by its index in row-major order.</param>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..(arrayIndex + Common(array.Length - arrayIndex, tensorIndex))];
        var data = (T*)_tensor.DataPointer;
        if (_layout.Contiguous)
            new ReadOnlySpan<T>(data + tensorIndex, target.Length).CopyTo(target);
        else
            for (var i = 0; i < target.Length; i++)
                target[i] = data[_layout.Offset(tensorIndex + i)];
        GC.KeepAlive(_tensor);
    }

    /// <summary>Replaces elements by those of an array until either ends.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first place in the array.</param>
    /// <param name="tensorIndex">The first element, by its index in row-major order.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Replaces elements by those of a span until either ends.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first place in the span.</param>
    /// <param name="tensorIndex">The first element, by its index in row-major order.</param>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..(arrayIndex + Common(array.Length - arrayIndex, tensorIndex))];
        var data = (T*)_tensor.DataPointer;
        if (_layout.Contiguous)
            source.CopyTo(new Span<T>(data + tensorIndex, source.Length));
        else
            for (var i = 0; i < source.Length; i++)
                data[_layout.Offset(tensorIndex + i)] = source[i];
        GC.KeepAlive(_tensor);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
            yield return Read(_layout.Offset(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _tensor.GetHashCode();

    /// <summary>Disposes the tensor.</summary>
    public void Dispose() => _tensor.Dispose();

    private long Offset(long[] indices) => indices.Length == 1 ? _layout.Offset(indices[0]) : _layout.Offset(indices.AsSpan());

    private unsafe T Read(long offset)
    {
        var element = ((T*)_tensor.DataPointer)[offset];
        GC.KeepAlive(_tensor);
        return element;
    }

    private unsafe void Write(long offset, T element)
    {
        ((T*)_tensor.DataPointer)[offset] = element;
        GC.KeepAlive(_tensor);
    }

    private int Common(int room, long tensorIndex)
    {
        if (tensorIndex < 0 || tensorIndex > Count)
            throw new ArgumentOutOfRangeException(nameof(tensorIndex), tensorIndex, $"The tensor has {Count} elements.");
        return (int)Math.Min(room, Count - tensorIndex);
    }
}
