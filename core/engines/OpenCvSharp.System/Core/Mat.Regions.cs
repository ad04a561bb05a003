namespace OpenCvSharp;

public partial class Mat
{
    // What OpenCV takes for "the whole dimension".
    private const int All = int.MinValue, AllEnd = int.MaxValue;

    /// <summary>A part of the Mat; setting copies into it.</summary>
    /// <param name="roi">The part.</param>
    /// <exception cref="ArgumentException">The value that is set has another size or type.</exception>
    /// <exception cref="OpenCVException">The part is not inside the Mat.</exception>
    public Mat this[Rect roi]
    {
        get => SubMat(roi);
        set
        {
            using var part = SubMat(roi);
            part.Take(value);
        }
    }

    /// <summary>A part of the Mat; setting copies into it.</summary>
    /// <param name="rowStart">First row.</param>
    /// <param name="rowEnd">One past the last row.</param>
    /// <param name="colStart">First column.</param>
    /// <param name="colEnd">One past the last column.</param>
    /// <exception cref="ArgumentException">The value that is set has another size or type.</exception>
    /// <exception cref="OpenCVException">The part is not inside the Mat.</exception>
    public Mat this[int rowStart, int rowEnd, int colStart, int colEnd]
    {
        get => SubMat(rowStart, rowEnd, colStart, colEnd);
        set
        {
            using var part = SubMat(rowStart, rowEnd, colStart, colEnd);
            part.Take(value);
        }
    }

    /// <summary>A part of the Mat; setting copies into it.</summary>
    /// <param name="rowRange">The rows.</param>
    /// <param name="colRange">The columns.</param>
    /// <exception cref="ArgumentException">The value that is set has another size or type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the Mat.</exception>
    public Mat this[Range rowRange, Range colRange]
    {
        get => SubMat(rowRange, colRange);
        set
        {
            using var part = SubMat(rowRange, colRange);
            part.Take(value);
        }
    }

    /// <summary>A part of the Mat.</summary>
    /// <param name="roi">The part.</param>
    /// <returns>A header over the part.</returns>
    /// <exception cref="OpenCVException">The part is not inside the Mat.</exception>
    public Mat SubMat(Rect roi) => new(this, roi);

    /// <summary>A part of the Mat.</summary>
    /// <param name="rowStart">First row.</param>
    /// <param name="rowEnd">One past the last row.</param>
    /// <param name="colStart">First column.</param>
    /// <param name="colEnd">One past the last column.</param>
    /// <returns>A header over the part.</returns>
    /// <exception cref="OpenCVException">The part is not inside the Mat.</exception>
    public Mat SubMat(int rowStart, int rowEnd, int colStart, int colEnd) =>
        View((view, source) => Native.cvs_mat_ranges(view, source, rowStart, rowEnd, colStart, colEnd));

    /// <summary>A part of the Mat.</summary>
    /// <param name="rowRange">The rows.</param>
    /// <param name="colRange">The columns.</param>
    /// <returns>A header over the part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the Mat.</exception>
    public Mat SubMat(Range rowRange, Range colRange)
    {
        var (row, rows) = rowRange.GetOffsetAndLength(Rows);
        var (col, cols) = colRange.GetOffsetAndLength(Cols);
        return SubMat(row, row + rows, col, col + cols);
    }

    /// <summary>One row.</summary>
    /// <param name="y">The row.</param>
    /// <returns>A header over the row.</returns>
    /// <exception cref="OpenCVException">There is no such row.</exception>
    public Mat Row(int y) => RowRange(y, y + 1);

    /// <summary>Some rows.</summary>
    /// <param name="startRow">First row.</param>
    /// <param name="endRow">One past the last row.</param>
    /// <returns>A header over the rows.</returns>
    /// <exception cref="OpenCVException">The rows are not inside the Mat.</exception>
    public Mat RowRange(int startRow, int endRow) => SubMat(startRow, endRow, All, AllEnd);

    /// <summary>Some rows.</summary>
    /// <param name="range">The rows.</param>
    /// <returns>A header over the rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not inside the Mat.</exception>
    public Mat RowRange(Range range) => SubMat(range, ..);

    /// <summary>One column.</summary>
    /// <param name="x">The column.</param>
    /// <returns>A header over the column.</returns>
    /// <exception cref="OpenCVException">There is no such column.</exception>
    public Mat Col(int x) => ColRange(x, x + 1);

    /// <summary>Some columns.</summary>
    /// <param name="startCol">First column.</param>
    /// <param name="endCol">One past the last column.</param>
    /// <returns>A header over the columns.</returns>
    /// <exception cref="OpenCVException">The columns are not inside the Mat.</exception>
    public Mat ColRange(int startCol, int endCol) => SubMat(All, AllEnd, startCol, endCol);

    /// <summary>Some columns.</summary>
    /// <param name="range">The columns.</param>
    /// <returns>A header over the columns.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The columns are not inside the Mat.</exception>
    public Mat ColRange(Range range) => SubMat(.., range);

    /// <summary>The same elements with another number of channels and rows.</summary>
    /// <param name="cn">Number of channels; 0 keeps it.</param>
    /// <param name="rows">Number of rows; 0 keeps it.</param>
    /// <returns>A header over the same memory.</returns>
    /// <exception cref="OpenCVException">The elements do not fit, or the Mat is not continuous and the number of rows changes.</exception>
    public Mat Reshape(int cn, int rows = 0) => View((view, source) => Native.cvs_mat_reshape(view, source, cn, rows));

    /// <summary>The same elements with another number of channels and other dimensions.</summary>
    /// <param name="cn">Number of channels; 0 keeps it.</param>
    /// <param name="newDims">Length of each dimension.</param>
    /// <returns>A header over the same memory.</returns>
    /// <exception cref="OpenCVException">The elements do not fit, or the Mat is not continuous.</exception>
    public Mat Reshape(int cn, params int[] newDims)
    {
        ArgumentNullException.ThrowIfNull(newDims);
        return View((view, source) => Native.cvs_mat_reshape_nd(view, source, cn, newDims.Length, newDims));
    }

    private Mat View(Func<MatHandle, MatHandle, int> point)
    {
        var view = new Mat();
        Native.Check(point(view.handle, Handle));
        view.handle.ShareMemoryOf(Handle);
        return view;
    }

    private void Take(Mat value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Type() != Type()) throw new ArgumentException("Mat type mismatch", nameof(value));
        if (value.Dims != Dims) throw new ArgumentException("Dimension mismatch", nameof(value));
        if (value.Size() != Size()) throw new ArgumentException("Specified ROI != mat.Size()", nameof(value));
        value.CopyTo(this);
    }
}
