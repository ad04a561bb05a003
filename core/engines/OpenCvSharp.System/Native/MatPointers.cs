namespace OpenCvSharp;

/// <summary>The native addresses of several images, which stay alive until this is disposed.</summary>
internal sealed class MatPointers : IDisposable
{
    private readonly List<MatHandle> held = [];

    /// <summary>Takes the addresses of images.</summary>
    /// <param name="mats">The images.</param>
    /// <param name="parameterName">The caller's parameter, for the messages.</param>
    /// <exception cref="ArgumentException">There is no image, or one is null.</exception>
    /// <exception cref="ObjectDisposedException">One is disposed.</exception>
    internal MatPointers(IEnumerable<Mat> mats, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(mats, parameterName);
        try
        {
            foreach (var mat in mats)
            {
                if (mat is null) throw new ArgumentException($"{parameterName} contains null element", parameterName);
                var added = false;
                mat.Handle.DangerousAddRef(ref added);
                held.Add(mat.Handle);
            }
            if (held.Count == 0) throw new ArgumentException($"{parameterName} is empty", parameterName);
        }
        catch
        {
            Dispose();
            throw;
        }
        Addresses = [.. held.Select(handle => handle.DangerousGetHandle())];
    }

    internal nint[] Addresses { get; } = [];

    public void Dispose()
    {
        foreach (var handle in held) handle.DangerousRelease();
        held.Clear();
    }
}
