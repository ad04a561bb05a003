namespace TorchSharp.Interop;

/// <summary>
/// Unmanaged memory for the lists of one native call. A ring a thread: what a call needs is far smaller than the ring, and native code copies
/// lists before it does anything else, so nothing has to be freed.
/// </summary>
internal static unsafe class Scratch
{
    private const int RingBytes = 1 << 16;
    private const int LargestInRing = RingBytes / 16;
    private const int LargeSlots = 4;

    [ThreadStatic] private static byte[]? t_ring;
    [ThreadStatic] private static int t_position;
    [ThreadStatic] private static byte[]?[]? t_large;
    [ThreadStatic] private static int t_nextLarge;

    /// <summary>Room for <paramref name="bytes"/> bytes, valid until many more calls were made on this thread.</summary>
    public static void* Take(int bytes)
    {
        if (bytes > LargestInRing)
            return TakeLarge(bytes);
        var ring = t_ring ??= GC.AllocateUninitializedArray<byte>(RingBytes, pinned: true);
        bytes = Math.Max(bytes + 7 & ~7, 8); // an empty list has an address as well
        var position = t_position + bytes > RingBytes ? 0 : t_position;
        t_position = position + bytes;
        return System.Runtime.CompilerServices.Unsafe.AsPointer(ref ring[position]);
    }

    // A call has at most a few lists, so the last four large ones are enough to keep alive.
    private static void* TakeLarge(int bytes)
    {
        var slots = t_large ??= new byte[]?[LargeSlots];
        var block = GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
        slots[t_nextLarge] = block;
        t_nextLarge = (t_nextLarge + 1) % LargeSlots;
        return System.Runtime.CompilerServices.Unsafe.AsPointer(ref block[0]);
    }
}
