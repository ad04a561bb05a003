namespace OpenCvSharp;

/// <summary>An object that holds memory outside the managed heap and is disposed when no longer needed.</summary>
public abstract class DisposableObject : IDisposable
{
    /// <summary>Whether the object was disposed.</summary>
    public bool IsDisposed { get; protected set; }

    /// <summary>Frees the memory. Further calls do nothing.</summary>
    public void Dispose()
    {
        if (IsDisposed) return;
        IsDisposed = true;
        DisposeManaged();
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes what the object owns.</summary>
    protected virtual void DisposeManaged()
    {
    }

    /// <summary>Does nothing unless the object was disposed.</summary>
    /// <exception cref="ObjectDisposedException">The object was disposed.</exception>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
