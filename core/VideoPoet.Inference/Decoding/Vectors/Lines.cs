using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>Tells the processor which memory is read soon.</summary>
internal static unsafe class Lines
{
    /// <summary>The size of a line of the caches, bytes.</summary>
    public const int Bytes = 64;

    /// <summary>Fetches the lines of 32 numbers, or the line of 64 bytes, that lie ahead.</summary>
    /// <param name="source">What is read now, at the beginning of a line.</param>
    /// <param name="ahead">How far ahead, bytes. It may lie beyond what can be read.</param>
    /// <typeparam name="T">The type in memory: of one, two or four bytes.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(T* source, int ahead)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0((byte*)source + ahead);
        if (sizeof(T) == sizeof(float))
            Sse.Prefetch0((byte*)source + ahead + Bytes);
    }
}
