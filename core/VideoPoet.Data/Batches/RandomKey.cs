using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace VideoPoet.Data;

/// <summary>Seeds for what a run draws, one for each name, that have nothing in common.</summary>
internal static class RandomKey
{
    /// <summary>The seed of a name.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="names">What is drawn.</param>
    public static long Of(long seed, params ReadOnlySpan<string> names) => BinaryPrimitives.ReadInt64LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', names)}")));
}
