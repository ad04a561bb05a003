using System.Numerics;

namespace VideoPoet.Training.TensorBoard;

/// <summary>The checksum of TFRecord files: CRC-32C, rotated and shifted so that checksums of checksums are no checksums again.</summary>
/// <remarks>Castagnoli's polynomial; the mask is that of TensorFlow's <c>lib/hash/crc32c.h</c>.</remarks>
internal static class MaskedCrc
{
    private const uint Mask = 0xA282EAD8;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
            crc = BitOperations.Crc32C(crc, one);
        return BitOperations.RotateRight(~crc, 15) + Mask;
    }
}
