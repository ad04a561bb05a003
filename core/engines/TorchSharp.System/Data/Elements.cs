using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The elements of arrays of any number of dimensions.</summary>
internal static class Elements
{
    /// <summary>All elements of an array in row-major order.</summary>
    public static Span<T> Flat<T>(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }

    /// <summary>The sizes of an array's dimensions.</summary>
    public static long[] Shape(Array array)
    {
        var shape = new long[array.Rank];
        for (var dimension = 0; dimension < shape.Length; dimension++)
            shape[dimension] = array.GetLongLength(dimension);
        return shape;
    }

    /// <summary>The elements of a list, without a copy if it is an array.</summary>
    public static ReadOnlySpan<T> Listed<T>(IList<T> list) => list switch
    {
        null => throw new ArgumentNullException(nameof(list)),
        T[] array => array,
        List<T> items => CollectionsMarshal.AsSpan(items),
        _ => list.ToArray(),
    };
}
