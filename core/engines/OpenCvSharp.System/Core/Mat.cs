namespace OpenCvSharp;

/// <summary>An image or array: a header with a type and a size over a block of memory, which several headers can share.</summary>
public partial class Mat : CvObject
{
    private readonly MatHandle handle;

    private Mat(MatHandle handle) : base(handle) => this.handle = handle;

    internal MatHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return handle;
        }
    }

    private MatHeader Header => Native.Header(Handle);

    /// <summary>Number of rows; −1 with more than two dimensions.</summary>
    public int Rows => Header.Rows;

    /// <summary>Number of columns; −1 with more than two dimensions.</summary>
    public int Cols => Header.Cols;

    /// <summary>Number of rows.</summary>
    public int Height => Rows;

    /// <summary>Number of columns.</summary>
    public int Width => Cols;

    /// <summary>Number of dimensions: 2 or more, or 0 when nothing was ever allocated.</summary>
    public int Dims => Header.Dims;

    /// <summary>Address of the first element; zero when empty. Valid until the Mat is disposed, collected or reallocated.</summary>
    public unsafe nint Data => (nint)Header.Data;

    /// <summary>Address of the first element; null when empty. Valid until the Mat is disposed, collected or reallocated.</summary>
    public unsafe byte* DataPointer => Header.Data;

    /// <summary>Element type: depth and number of channels.</summary>
    /// <returns>The type.</returns>
    public MatType Type() => Header.Type;

    /// <summary>Depth of a channel, such as <see cref="MatType.CV_8U"/>.</summary>
    /// <returns>The depth.</returns>
    public int Depth() => Type().Depth;

    /// <summary>Number of channels.</summary>
    /// <returns>The number.</returns>
    public int Channels() => Type().Channels;

    /// <summary>Size of an element with all its channels.</summary>
    /// <returns>Bytes.</returns>
    public int ElemSize() => (int)Header.ElementSize;

    /// <summary>Size of one channel of an element.</summary>
    /// <returns>Bytes.</returns>
    public int ElemSize1() => ElemSize() / Channels();

    /// <summary>Number of elements.</summary>
    /// <returns>The number.</returns>
    public long Total() => (long)Header.Total;

    /// <summary>Whether there are no elements.</summary>
    /// <returns>True when there are none.</returns>
    public unsafe bool Empty()
    {
        var header = Header;
        return header.Data == null || header.Total == 0;
    }

    /// <summary>Whether no bytes lie between the end of one row and the start of the next.</summary>
    /// <returns>True when there are none.</returns>
    public bool IsContinuous() => Header.IsContinuous != 0;

    /// <summary>Whether this is a part of a larger image.</summary>
    /// <returns>True when it is.</returns>
    public bool IsSubmatrix() => Header.IsSubmatrix != 0;

    /// <summary>Width and height.</summary>
    /// <returns>The size, pixels.</returns>
    public Size Size()
    {
        var header = Header;
        return new Size(header.Cols, header.Rows);
    }

    /// <summary>Length of a dimension.</summary>
    /// <param name="dim">The dimension: 0 for rows, 1 for columns.</param>
    /// <returns>The length, elements.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public unsafe int Size(int dim)
    {
        var size = DimensionHeader(dim, nameof(dim)).Sizes[dim];
        GC.KeepAlive(this);
        return size;
    }

    /// <summary>Distance between the starts of two rows.</summary>
    /// <returns>Bytes; 0 when empty.</returns>
    public long Step() => Dims == 0 ? 0 : Step(0);

    /// <summary>Distance between two neighbours along a dimension.</summary>
    /// <param name="i">The dimension: 0 for rows, 1 for columns.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public unsafe long Step(int i)
    {
        var step = (long)DimensionHeader(i, nameof(i)).Steps[i];
        GC.KeepAlive(this);
        return step;
    }

    /// <summary>Distance between two neighbours along a dimension, counted in channels.</summary>
    /// <param name="i">The dimension: 0 for rows, 1 for columns.</param>
    /// <returns>Channels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public long Step1(int i = 0) => Step(i) / ElemSize1();

    /// <summary>Allocates memory for a size and type, unless the Mat has them already.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="type">Element type.</param>
    /// <exception cref="OpenCVException">A size is negative, or there is not enough memory.</exception>
    public void Create(int rows, int cols, MatType type) => Create(type, rows, cols);

    /// <summary>Allocates memory for a size and type, unless the Mat has them already.</summary>
    /// <param name="size">Width and height.</param>
    /// <param name="type">Element type.</param>
    /// <exception cref="OpenCVException">A size is negative, or there is not enough memory.</exception>
    public void Create(Size size, MatType type) => Create(size.Height, size.Width, type);

    /// <summary>Allocates memory for lengths and a type, unless the Mat has them already.</summary>
    /// <param name="type">Element type.</param>
    /// <param name="sizes">Length of each dimension, two or more.</param>
    /// <exception cref="ArgumentException">There are fewer than two lengths.</exception>
    /// <exception cref="OpenCVException">A length is negative, or there is not enough memory.</exception>
    public void Create(MatType type, params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Length < 2) throw new ArgumentException("sizes.Length < 2", nameof(sizes));
        Native.Check(Native.cvs_mat_create(Handle, sizes.Length, sizes, type.Value));
    }

    /// <summary>Frees the header and, if no other Mat shares it, the memory.</summary>
    public void Release() => Dispose();

    /// <summary>Copies header and elements.</summary>
    /// <returns>The copy, which shares nothing with this.</returns>
    public Mat Clone()
    {
        if (Empty()) return EmptyClone();
        var copy = new Mat();
        CopyTo(copy);
        return copy;
    }

    /// <summary>Copies a part.</summary>
    /// <param name="roi">The part.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="OpenCVException">The part is not inside the Mat.</exception>
    public Mat Clone(Rect roi)
    {
        using var part = SubMat(roi);
        return part.Clone();
    }

    /// <summary>Allocates another Mat of the same size and type.</summary>
    /// <returns>The new Mat, whose elements are not set.</returns>
    public Mat EmptyClone() => new(Size(), Type());

    /// <summary>Copies the elements.</summary>
    /// <param name="m">Gets size, type and elements.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are copied.</param>
    public void CopyTo(OutputArray m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        Native.Check(Native.cvs_mat_copy_to(Handle, m.Handle, Cv2.Optional(mask)));
    }

    /// <summary>Copies the elements.</summary>
    /// <param name="m">Gets size, type and elements.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are copied.</param>
    public void CopyTo(Mat m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        CopyTo((OutputArray)m, mask);
    }

    /// <summary>Converts the elements to another depth: value × <paramref name="alpha"/> + <paramref name="beta"/>, rounded and clamped.</summary>
    /// <param name="m">Gets the result.</param>
    /// <param name="rtype">The depth of the result; a negative value keeps the depth. The number of channels does not change.</param>
    /// <param name="alpha">The factor.</param>
    /// <param name="beta">What is added.</param>
    public void ConvertTo(OutputArray m, MatType rtype, double alpha = 1, double beta = 0)
    {
        ArgumentNullException.ThrowIfNull(m);
        Native.Check(Native.cvs_mat_convert_to(Handle, m.Handle, rtype.Value, alpha, beta));
    }

    /// <summary>Sets all elements to a value.</summary>
    /// <param name="value">The value, one number a channel.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are set.</param>
    /// <returns>This Mat.</returns>
    public Mat SetTo(Scalar value, Mat? mask = null)
    {
        using var array = InputArray.Create(value);
        return SetTo(array, mask);
    }

    /// <summary>Sets all elements to a value.</summary>
    /// <param name="value">The value, one number a channel.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are set.</param>
    /// <returns>This Mat.</returns>
    public Mat SetTo(InputArray value, Mat? mask = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        Native.Check(Native.cvs_mat_set_to(Handle, value.Handle, mask?.Handle ?? MatHandle.None));
        return this;
    }

    /// <summary>Describes size, type and address.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => IsDisposed
        ? "Mat [disposed]"
        : $"Mat [ {Rows}*{Cols}*{Type()}, IsContinuous={IsContinuous()}, IsSubmatrix={IsSubmatrix()}, " +
          $"Ptr=0x{handle.DangerousGetHandle():x}, Data=0x{Data:x} ]";

    private MatHeader DimensionHeader(int dimension, string parameterName)
    {
        var header = Header;
        if ((uint)dimension >= (uint)header.Dims)
            throw new ArgumentOutOfRangeException(parameterName, dimension, $"The Mat has {header.Dims} dimensions.");
        return header;
    }
}
