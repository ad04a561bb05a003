using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Where the elements of a strided tensor lie, in elements from its first one.</summary>
internal readonly struct Layout
{
    private readonly long[] _shape;
    private readonly long[] _strides;

    private Layout(Tensor tensor)
    {
        _shape = tensor.shape;
        _strides = tensor.stride();
        Count = tensor.NumberOfElements;
        Contiguous = tensor.is_contiguous();
    }

    public long Count { get; }

    public bool Contiguous { get; }

    public static Layout Of(Tensor tensor) => new(tensor);

    /// <summary>The place of the element with an index in row-major order.</summary>
    public long Offset(long index)
    {
        if (index < 0 || index >= Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The tensor has {Count} elements.");
        if (Contiguous)
            return index;
        long offset = 0;
        for (var dimension = _shape.Length - 1; dimension >= 0; dimension--)
        {
            (index, var position) = Math.DivRem(index, _shape[dimension]);
            offset += position * _strides[dimension];
        }
        return offset;
    }

    /// <summary>The place of the element with one position a dimension.</summary>
    public long Offset(ReadOnlySpan<long> positions)
    {
        if (positions.Length != _shape.Length)
            throw new ArgumentException($"The tensor has {_shape.Length} dimensions, given {positions.Length} positions.", nameof(positions));
        long offset = 0;
        for (var dimension = 0; dimension < positions.Length; dimension++)
        {
            if (positions[dimension] < 0 || positions[dimension] >= _shape[dimension])
                throw new IndexOutOfRangeException(
                    $"Position {positions[dimension]} is outside dimension {dimension}, which has size {_shape[dimension]}.");
            offset += positions[dimension] * _strides[dimension];
        }
        return offset;
    }
}
