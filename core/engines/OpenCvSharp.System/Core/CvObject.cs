using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>An object that owns a native object of OpenCV, or none.</summary>
public abstract class CvObject : DisposableObject
{
    private readonly SafeHandle? owned;

    private protected CvObject(SafeHandle? owned) => this.owned = owned;

    /// <inheritdoc/>
    protected override void DisposeManaged()
    {
        owned?.Dispose();
        base.DisposeManaged();
    }
}
