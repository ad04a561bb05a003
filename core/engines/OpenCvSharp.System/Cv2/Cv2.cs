namespace OpenCvSharp;

/// <summary>The functions of OpenCV.</summary>
public static partial class Cv2
{
    /// <summary>Version of the OpenCV that is loaded.</summary>
    /// <returns>Such as <c>4.6.0</c>.</returns>
    public static unsafe string? GetVersionString() => Native.Name(Native.cvs_version);

    /// <summary>Sets how many threads OpenCV uses.</summary>
    /// <param name="nThreads">The number; 0 runs everything on the calling thread, a negative number restores the default.</param>
    public static void SetNumThreads(int nThreads) => Native.Check(Native.cvs_set_threads(nThreads));

    /// <summary>How many threads OpenCV uses.</summary>
    /// <returns>The number.</returns>
    public static int GetNumThreads()
    {
        Native.Check(Native.cvs_get_threads(out var count));
        return count;
    }

    internal static MatHandle Optional(InputArray? array) => array?.Handle ?? MatHandle.None;

    private static MatHandle In(InputArray? array, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(array, parameterName);
        return array.Handle;
    }

    private static MatHandle Out(Mat? mat, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(mat, parameterName);
        return mat.Handle;
    }

    private static MatHandle Out(OutputArray? array, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(array, parameterName);
        return array.Handle;
    }
}
