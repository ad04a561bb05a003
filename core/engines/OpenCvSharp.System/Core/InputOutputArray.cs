namespace OpenCvSharp;

/// <summary>What a function reads and writes.</summary>
public class InputOutputArray : OutputArray
{
    private InputOutputArray(Mat mat) : base(mat)
    {
    }

    /// <summary>Wraps an image.</summary>
    /// <param name="mat">The image.</param>
    /// <returns>The array, which does not own the image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    public static new InputOutputArray Create(Mat mat) => new(mat);

    /// <summary>Wraps an image.</summary>
    /// <param name="mat">The image.</param>
    /// <exception cref="ArgumentNullException"><paramref name="mat"/> is null.</exception>
    public static implicit operator InputOutputArray(Mat mat) => new(mat);
}
