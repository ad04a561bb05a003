namespace OpenCvSharp;

/// <summary>A Mat whose element type is known to the compiler.</summary>
/// <typeparam name="TElem">
/// byte, sbyte, short, ushort, int, float, double, or a structure of them such as <see cref="Vec3b"/> or <see cref="Point2f"/>.
/// </typeparam>
public class Mat<TElem> : Mat where TElem : unmanaged
{
    private static MatType ElementType => MatElement.TypeOf<TElem>();

    /// <summary>Creates an empty Mat.</summary>
    public Mat() : this(0, 0)
    {
    }

    /// <summary>Creates another header over the memory of a Mat.</summary>
    /// <param name="mat">A Mat whose element type is that of <typeparamref name="TElem"/>.</param>
    /// <exception cref="OpenCvSharpException">The Mat has another element type.</exception>
    public Mat(Mat mat) : base(mat)
    {
        if (!MatElement.Fits<TElem>(mat.Type())) throw new OpenCvSharpException("Mat data type is not compatible: " + mat.Type());
    }

    /// <summary>Allocates a Mat, whose elements are not set.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    public Mat(int rows, int cols) : base(rows, cols, ElementType)
    {
    }

    /// <summary>Allocates a Mat and sets its elements.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="s">The value of all elements.</param>
    public Mat(int rows, int cols, Scalar s) : base(rows, cols, ElementType, s)
    {
    }

    /// <summary>Allocates a Mat, whose elements are not set.</summary>
    /// <param name="size">Width and height.</param>
    public Mat(Size size) : base(size, ElementType)
    {
    }

    /// <summary>Allocates a Mat and sets its elements.</summary>
    /// <param name="size">Width and height.</param>
    /// <param name="s">The value of all elements.</param>
    public Mat(Size size, Scalar s) : base(size, ElementType, s)
    {
    }

    /// <summary>Creates a header over a part of a Mat; both share the memory.</summary>
    /// <param name="m">The Mat.</param>
    /// <param name="roi">The part.</param>
    public Mat(Mat<TElem> m, Rect roi) : base(m, roi)
    {
    }

    /// <summary>The elements by index.</summary>
    /// <returns>The indexer.</returns>
    public MatIndexer<TElem> GetIndexer() => GetGenericIndexer<TElem>();

    /// <summary>Copies all elements into a new array, row by row.</summary>
    /// <returns>The elements.</returns>
    public TElem[] ToArray()
    {
        GetArray<TElem>(out var data);
        return data;
    }

    /// <summary>Copies all elements into a new table.</summary>
    /// <returns>The elements, rows first.</returns>
    public TElem[,] ToRectangularArray()
    {
        GetRectangularArray<TElem>(out var data);
        return data;
    }

    /// <summary>Copies header and elements.</summary>
    /// <returns>The copy, which shares nothing with this.</returns>
    public new Mat<TElem> Clone()
    {
        using var copy = base.Clone();
        return new Mat<TElem>(copy);
    }

    /// <summary>A part of the Mat.</summary>
    /// <param name="roi">The part.</param>
    /// <returns>A header over the part.</returns>
    public new Mat<TElem> SubMat(Rect roi) => new(this, roi);
}
