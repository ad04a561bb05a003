using System.Runtime.CompilerServices;

namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>Address of a row.</summary>
    /// <param name="i0">The row.</param>
    /// <returns>The address of its first element.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public unsafe nint Ptr(int i0) => (nint)Locate([i0], 0);

    /// <summary>Address of an element.</summary>
    /// <param name="i0">The row.</param>
    /// <param name="i1">The column.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public unsafe nint Ptr(int i0, int i1) => (nint)Locate([i0, i1], 0);

    /// <summary>Address of an element of a Mat with three or more dimensions.</summary>
    /// <param name="i0">Index along the first dimension.</param>
    /// <param name="i1">Index along the second dimension.</param>
    /// <param name="i2">Index along the third dimension.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public unsafe nint Ptr(int i0, int i1, int i2) => (nint)Locate([i0, i1, i2], 0);

    /// <summary>Address of an element.</summary>
    /// <param name="idx">An index along each dimension.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public unsafe nint Ptr(params int[] idx) => (nint)Locate(idx, 0);

    /// <summary>The first element of a row, to read and to write.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">The row.</param>
    /// <returns>A reference into the Mat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref T At<T>(int i0) where T : unmanaged => ref Element<T>([i0]);

    /// <summary>An element, to read and to write.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">The row.</param>
    /// <param name="i1">The column.</param>
    /// <returns>A reference into the Mat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref T At<T>(int i0, int i1) where T : unmanaged => ref Element<T>([i0, i1]);

    /// <summary>An element of a Mat with three or more dimensions, to read and to write.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">Index along the first dimension.</param>
    /// <param name="i1">Index along the second dimension.</param>
    /// <param name="i2">Index along the third dimension.</param>
    /// <returns>A reference into the Mat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref T At<T>(int i0, int i1, int i2) where T : unmanaged => ref Element<T>([i0, i1, i2]);

    /// <summary>An element, to read and to write.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="idx">An index along each dimension.</param>
    /// <returns>A reference into the Mat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref T At<T>(params int[] idx) where T : unmanaged => ref Element<T>(idx);

    /// <summary>Reads the first element of a row.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">The row.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T Get<T>(int i0) where T : struct => Element<T>([i0]);

    /// <summary>Reads an element.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">The row.</param>
    /// <param name="i1">The column.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T Get<T>(int i0, int i1) where T : struct => Element<T>([i0, i1]);

    /// <summary>Reads an element of a Mat with three or more dimensions.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">Index along the first dimension.</param>
    /// <param name="i1">Index along the second dimension.</param>
    /// <param name="i2">Index along the third dimension.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T Get<T>(int i0, int i1, int i2) where T : struct => Element<T>([i0, i1, i2]);

    /// <summary>Reads an element.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="idx">An index along each dimension.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T Get<T>(params int[] idx) where T : struct => Element<T>(idx);

    /// <summary>Writes the first element of a row.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">The row.</param>
    /// <param name="value">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void Set<T>(int i0, T value) where T : struct => Element<T>([i0]) = value;

    /// <summary>Writes an element.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">The row.</param>
    /// <param name="i1">The column.</param>
    /// <param name="value">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void Set<T>(int i0, int i1, T value) where T : struct => Element<T>([i0, i1]) = value;

    /// <summary>Writes an element of a Mat with three or more dimensions.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="i0">Index along the first dimension.</param>
    /// <param name="i1">Index along the second dimension.</param>
    /// <param name="i2">Index along the third dimension.</param>
    /// <param name="value">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void Set<T>(int i0, int i1, int i2, T value) where T : struct => Element<T>([i0, i1, i2]) = value;

    /// <summary>Writes an element.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <param name="idx">An index along each dimension.</param>
    /// <param name="value">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void Set<T>(int[] idx, T value) where T : struct => Element<T>(idx) = value;

    /// <summary>The elements by index, each access checked.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <returns>The indexer.</returns>
    public Indexer<T> GetGenericIndexer<T>() where T : struct => new(this);

    /// <summary>The elements by index, without any check: for loops over many elements.</summary>
    /// <typeparam name="T">A type of the element's size.</typeparam>
    /// <returns>The indexer, which is invalid after the Mat was disposed or reallocated.</returns>
    public UnsafeIndexer<T> GetUnsafeGenericIndexer<T>() where T : unmanaged => new(this);

    /// <summary>All elements of a continuous Mat, to read and to write.</summary>
    /// <typeparam name="T">A type into which the bytes are divided.</typeparam>
    /// <returns>The elements; empty when the Mat is not continuous. Invalid after the Mat was disposed or reallocated.</returns>
    public unsafe Span<T> AsSpan<T>() where T : unmanaged
    {
        var header = Header;
        return header.IsContinuous == 0 ? [] : new Span<T>(header.Data, checked((int)((header.End - header.Data) / sizeof(T))));
    }

    private unsafe ref T Element<T>(scoped ReadOnlySpan<int> index) where T : struct
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) throw new ArgumentException($"Type argument {typeof(T)} is not supported");
        return ref Unsafe.AsRef<T>(Locate(index, Unsafe.SizeOf<T>()));
    }

    // The address of an element of which a number of bytes will be read or written.
    private unsafe byte* Locate(scoped ReadOnlySpan<int> index, int length)
    {
        var header = Header;
        if (index.Length > header.Dims)
            throw new ArgumentOutOfRangeException(nameof(index), $"{index.Length} indices were given, the Mat has {header.Dims} dimensions.");
        var address = header.Data;
        for (var i = 0; i < index.Length; i++)
        {
            if ((uint)index[i] >= (uint)header.Sizes[i])
                throw new ArgumentOutOfRangeException($"i{i}", index[i], $"The index must be at least 0 and less than {header.Sizes[i]}.");
            address += index[i] * (nint)header.Steps[i];
        }
        if (length > header.End - address)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index), $"{length} bytes from this index on end outside the Mat of {header.ElementSize}-byte elements.");
        }
        GC.KeepAlive(this);
        return address;
    }
}
