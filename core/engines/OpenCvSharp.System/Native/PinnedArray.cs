using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenCvSharp;

/// <summary>A managed array that stays where it is until every image that looks into it is gone; a safe handle counts them.</summary>
internal sealed class PinnedArray : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Pins an array of plain values of any rank.</summary>
    /// <exception cref="ArgumentException">The array's elements contain references.</exception>
    internal PinnedArray(Array array) : base(ownsHandle: true)
    {
        SetHandle(GCHandle.ToIntPtr(GCHandle.Alloc(array, GCHandleType.Pinned)));
        Address = GCHandle.FromIntPtr(handle).AddrOfPinnedObject();
        ByteLength = array.LongLength * RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);
    }

    internal nint Address { get; }

    internal long ByteLength { get; }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        GCHandle.FromIntPtr(handle).Free();
        return true;
    }
}
