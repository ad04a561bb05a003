namespace OpenCvSharp;

/// <summary>What a function writes: an image that gets the size and type of the result.</summary>
public class OutputArray : CvObject
{
    private readonly Mat mat;

    private protected OutputArray(Mat mat) : base(null)
    {
        ArgumentNullException.ThrowIfNull(mat);
        this.mat = mat;
    }

    internal MatHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return mat.Handle;
        }
    }

    /// <summary>Wraps an image.</summary>
    /// <param name="mat">The image.</param>
    /// <returns>The array, which does not own the image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    public static OutputArray Create(Mat mat) => new(mat);

    /// <summary>The image that is written.</summary>
    /// <returns>The image.</returns>
    public virtual Mat GetMat() => mat;

    /// <summary>Wraps an image.</summary>
    /// <param name="mat">The image.</param>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    public static implicit operator OutputArray(Mat mat) => new(mat);
}
