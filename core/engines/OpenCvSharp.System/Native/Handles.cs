using Microsoft.Win32.SafeHandles;

namespace OpenCvSharp;

/// <summary>A native image. It keeps the managed array that it looks into pinned, if there is one.</summary>
internal sealed class MatHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>Stands for "no mask".</summary>
    internal static readonly MatHandle None = new();

    private PinnedArray? array;

    internal static MatHandle Create()
    {
        Native.Check(Native.cvs_mat_new(out var handle));
        return handle;
    }

    /// <summary>Holds the array behind another image too, because this one now looks into the same memory.</summary>
    internal void ShareMemoryOf(MatHandle source) => Keep(source.array);

    internal void Keep(PinnedArray? pinned)
    {
        var added = false;
        pinned?.DangerousAddRef(ref added);
        array = pinned;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Native.cvs_mat_delete(handle);
        array?.DangerousRelease();
        return true;
    }
}

/// <summary>A native video reader.</summary>
internal sealed class CaptureHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    internal static CaptureHandle Create()
    {
        Native.Check(Native.cvs_capture_new(out var handle));
        return handle;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Native.cvs_capture_delete(handle);
        return true;
    }
}

/// <summary>A native video writer.</summary>
internal sealed class WriterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    internal static WriterHandle Create()
    {
        Native.Check(Native.cvs_writer_new(out var handle));
        return handle;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Native.cvs_writer_delete(handle);
        return true;
    }
}
