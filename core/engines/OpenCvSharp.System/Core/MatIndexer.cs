namespace OpenCvSharp;

/// <summary>The elements of a Mat by index.</summary>
/// <typeparam name="T">A type of the element's size.</typeparam>
public abstract class MatIndexer<T> where T : struct
{
    internal MatIndexer(Mat parent)
    {
        Parent = parent;
        Steps = [.. Enumerable.Range(0, parent.Dims).Select(parent.Step)];
    }

    /// <summary>The first element of a row.</summary>
    /// <param name="i0">The row.</param>
    public abstract T this[int i0] { get; set; }

    /// <summary>An element.</summary>
    /// <param name="i0">The row.</param>
    /// <param name="i1">The column.</param>
    public abstract T this[int i0, int i1] { get; set; }

    /// <summary>An element of a Mat with three or more dimensions.</summary>
    /// <param name="i0">Index along the first dimension.</param>
    /// <param name="i1">Index along the second dimension.</param>
    /// <param name="i2">Index along the third dimension.</param>
    public abstract T this[int i0, int i1, int i2] { get; set; }

    /// <summary>An element.</summary>
    /// <param name="idx">An index along each dimension.</param>
    public abstract T this[params int[] idx] { get; set; }

    /// <summary>The Mat.</summary>
    protected Mat Parent { get; }

    /// <summary>Distance between two neighbours along each dimension, bytes.</summary>
    protected IReadOnlyList<long> Steps { get; }
}
