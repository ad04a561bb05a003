using System.Buffers.Binary;

namespace VideoPoet.Training.TensorBoard;

/// <summary>The sizes of a PNG file.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Channels">1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha.</param>
internal readonly record struct PngHeader(int Width, int Height, int Channels)
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the first chunk.</summary>
    /// <exception cref="FormatException">The bytes are no PNG file.</exception>
    public static PngHeader Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < 26 || !file.StartsWith(Signature))
            throw new FormatException("a picture of an evaluation must be a PNG file.");
        var channels = file[25] switch { 0 => 1, 4 => 2, 6 => 4, _ => 3 };
        return new(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]), channels);
    }
}
