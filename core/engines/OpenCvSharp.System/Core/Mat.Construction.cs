namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>Creates an empty Mat.</summary>
    public Mat() : this(MatHandle.Create())
    {
    }

    /// <summary>Creates another header over the memory of a Mat.</summary>
    /// <param name="m">The Mat.</param>
    protected Mat(Mat m) : this()
    {
        ArgumentNullException.ThrowIfNull(m);
        Native.Check(Native.cvs_mat_share(handle, m.Handle));
        handle.ShareMemoryOf(m.Handle);
    }

    /// <summary>Reads an image file.</summary>
    /// <param name="fileName">Path of the file.</param>
    /// <param name="flags">How the image is read.</param>
    /// <remarks>The Mat is empty when the file is missing or no image.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public Mat(string fileName, ImreadModes flags = ImreadModes.Color) : this()
    {
        if (string.IsNullOrEmpty(fileName)) throw new ArgumentNullException(nameof(fileName));
        Native.Check(Native.cvs_imread(handle, fileName, (int)flags));
    }

    /// <summary>Allocates a Mat, whose elements are not set.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="type">Element type.</param>
    /// <exception cref="OpenCVException">A size is negative, or there is not enough memory.</exception>
    public Mat(int rows, int cols, MatType type) : this() => Create(rows, cols, type);

    /// <summary>Allocates a Mat, whose elements are not set.</summary>
    /// <param name="size">Width and height.</param>
    /// <param name="type">Element type.</param>
    /// <exception cref="OpenCVException">A size is negative, or there is not enough memory.</exception>
    public Mat(Size size, MatType type) : this(size.Height, size.Width, type)
    {
    }

    /// <summary>Allocates a Mat and sets its elements.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="type">Element type.</param>
    /// <param name="s">The value of all elements; with more than four channels, zeros only.</param>
    /// <exception cref="OpenCVException">A size is negative, or there is not enough memory.</exception>
    public Mat(int rows, int cols, MatType type, Scalar s) : this(rows, cols, type) => Native.Check(Native.cvs_mat_fill(handle, s));

    /// <summary>Allocates a Mat and sets its elements.</summary>
    /// <param name="size">Width and height.</param>
    /// <param name="type">Element type.</param>
    /// <param name="s">The value of all elements; with more than four channels, zeros only.</param>
    /// <exception cref="OpenCVException">A size is negative, or there is not enough memory.</exception>
    public Mat(Size size, MatType type, Scalar s) : this(size.Height, size.Width, type, s)
    {
    }

    /// <summary>Allocates a Mat of several dimensions, whose elements are not set.</summary>
    /// <param name="sizes">Length of each dimension, two or more.</param>
    /// <param name="type">Element type.</param>
    /// <exception cref="OpenCVException">A length is negative, or there is not enough memory.</exception>
    public Mat(IEnumerable<int> sizes, MatType type) : this()
    {
        ArgumentNullException.ThrowIfNull(sizes);
        Create(type, [.. sizes]);
    }

    /// <summary>Allocates a Mat of several dimensions and sets its elements.</summary>
    /// <param name="sizes">Length of each dimension, two or more.</param>
    /// <param name="type">Element type.</param>
    /// <param name="s">The value of all elements; with more than four channels, zeros only.</param>
    /// <exception cref="OpenCVException">A length is negative, or there is not enough memory.</exception>
    public Mat(IEnumerable<int> sizes, MatType type, Scalar s) : this(sizes, type) => Native.Check(Native.cvs_mat_fill(handle, s));

    /// <summary>Creates a header over a part of a Mat; both share the memory.</summary>
    /// <param name="m">The Mat.</param>
    /// <param name="roi">The part.</param>
    /// <exception cref="OpenCVException">The part is not inside the Mat.</exception>
    public Mat(Mat m, Rect roi) : this()
    {
        ArgumentNullException.ThrowIfNull(m);
        Native.Check(Native.cvs_mat_roi(handle, m.Handle, roi));
        handle.ShareMemoryOf(m.Handle);
    }

    /// <summary>Creates a header over memory that the caller keeps alive.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="type">Element type.</param>
    /// <param name="data">Address of the first element.</param>
    /// <param name="step">Distance between the starts of two rows, bytes; 0 when rows follow each other without a gap.</param>
    /// <returns>The Mat.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is zero.</exception>
    /// <exception cref="OpenCVException">A size is negative, or <paramref name="step"/> is less than a row.</exception>
    public static Mat FromPixelData(int rows, int cols, MatType type, nint data, long step = 0)
    {
        if (data == 0) throw new ArgumentNullException(nameof(data));
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        var mat = new Mat();
        Native.Check(Native.cvs_mat_wrap(mat.handle, rows, cols, type.Value, data, (nuint)step));
        return mat;
    }

    /// <summary>Creates a header over an array, which stays pinned until the last Mat over it is disposed.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="type">Element type.</param>
    /// <param name="data">The elements: an array of plain values of any rank, at least as long as the Mat.</param>
    /// <param name="step">Distance between the starts of two rows, bytes; 0 when rows follow each other without a gap.</param>
    /// <returns>The Mat.</returns>
    /// <exception cref="ArgumentException"><paramref name="data"/> is too short or holds references.</exception>
    /// <exception cref="OpenCVException">A size is negative, or <paramref name="step"/> is less than a row.</exception>
    public static Mat FromPixelData(int rows, int cols, MatType type, Array data, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var pinned = new PinnedArray(data);
        var mat = FromPixelData(rows, cols, type, pinned.Address, step);
        var needed = rows == 0 ? 0 : ((Int128)(rows - 1) * mat.Step()) + ((Int128)cols * mat.ElemSize());
        if (pinned.ByteLength < needed)
        {
            mat.Dispose();
            throw new ArgumentException($"A Mat of {rows}*{cols}*{type} needs {needed} bytes, the array has {pinned.ByteLength}.", nameof(data));
        }
        mat.handle.Keep(pinned);
        return mat;
    }

    /// <summary>Copies values into a column.</summary>
    /// <typeparam name="TElem">A type that <see cref="Mat{TElem}"/> supports.</typeparam>
    /// <param name="arr">The values, at least one.</param>
    /// <returns>One row a value, one column.</returns>
    /// <exception cref="ArgumentException"><paramref name="arr"/> is empty.</exception>
    public static Mat<TElem> FromArray<TElem>(params TElem[] arr) where TElem : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        if (arr.Length == 0) throw new ArgumentException("arr.Length == 0", nameof(arr));
        var mat = new Mat<TElem>(arr.Length, 1);
        mat.SetArray(arr);
        return mat;
    }

    /// <summary>Copies a table of values.</summary>
    /// <typeparam name="TElem">A type that <see cref="Mat{TElem}"/> supports.</typeparam>
    /// <param name="arr">The values, rows first, at least one.</param>
    /// <returns>A Mat with the table's rows and columns.</returns>
    /// <exception cref="ArgumentException"><paramref name="arr"/> is empty.</exception>
    public static Mat<TElem> FromArray<TElem>(TElem[,] arr) where TElem : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        if (arr.Length == 0) throw new ArgumentException("arr.Length == 0", nameof(arr));
        var mat = new Mat<TElem>(arr.GetLength(0), arr.GetLength(1));
        mat.SetRectangularArray(arr);
        return mat;
    }

    /// <summary>Copies values into a column.</summary>
    /// <typeparam name="TElem">A type that <see cref="Mat{TElem}"/> supports.</typeparam>
    /// <param name="enumerable">The values, at least one.</param>
    /// <returns>One row a value, one column.</returns>
    /// <exception cref="ArgumentException"><paramref name="enumerable"/> is empty.</exception>
    public static Mat<TElem> FromArray<TElem>(IEnumerable<TElem> enumerable) where TElem : unmanaged => FromArray(enumerable.ToArray());

    /// <summary>Allocates a Mat of zeros.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="type">Element type.</param>
    /// <returns>The Mat.</returns>
    public static Mat ZerosMat(int rows, int cols, MatType type) => new(rows, cols, type, default);

    /// <summary>Allocates a Mat of zeros.</summary>
    /// <param name="size">Width and height.</param>
    /// <param name="type">Element type.</param>
    /// <returns>The Mat.</returns>
    public static Mat ZerosMat(Size size, MatType type) => ZerosMat(size.Height, size.Width, type);
}
