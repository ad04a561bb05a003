namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>Reads an image from a stream, to its end.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="mode">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">The stream has no bytes.</exception>
    public static Mat FromStream(Stream stream, ImreadModes mode)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return ImDecode(memory.GetBuffer().AsSpan(0, (int)memory.Length), mode);
    }

    /// <summary>Reads an image from the bytes of a file.</summary>
    /// <param name="imageBytes">The file's bytes.</param>
    /// <param name="mode">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static Mat ImDecode(byte[] imageBytes, ImreadModes mode = ImreadModes.Color)
    {
        ArgumentNullException.ThrowIfNull(imageBytes);
        return Cv2.ImDecode(imageBytes, mode);
    }

    /// <summary>Reads an image from the bytes of a file.</summary>
    /// <param name="span">The file's bytes.</param>
    /// <param name="mode">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static Mat ImDecode(ReadOnlySpan<byte> span, ImreadModes mode = ImreadModes.Color) => Cv2.ImDecode(span, mode);

    /// <summary>Reads an image from the bytes of a file.</summary>
    /// <param name="imageBytes">The file's bytes.</param>
    /// <param name="mode">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static Mat FromImageData(byte[] imageBytes, ImreadModes mode = ImreadModes.Color) => ImDecode(imageBytes, mode);

    /// <summary>Reads an image from the bytes of a file.</summary>
    /// <param name="span">The file's bytes.</param>
    /// <param name="mode">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static Mat FromImageData(ReadOnlySpan<byte> span, ImreadModes mode = ImreadModes.Color) => Cv2.ImDecode(span, mode);

    /// <summary>Encodes the image as the bytes of a file.</summary>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and value.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public byte[] ImEncode(string ext = ".png", int[]? prms = null)
    {
        Cv2.ImEncode(ext, this, out var buffer, prms);
        return buffer;
    }

    /// <summary>Encodes the image as the bytes of a file.</summary>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public byte[] ImEncode(string ext = ".png", params ImageEncodingParam[] prms) => ImEncode(ext, ImageEncodingParam.Flatten(prms));

    /// <summary>Encodes the image as the bytes of a file.</summary>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and value.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public byte[] ToBytes(string ext = ".png", int[]? prms = null) => ImEncode(ext, prms);

    /// <summary>Encodes the image as the bytes of a file.</summary>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public byte[] ToBytes(string ext = ".png", params ImageEncodingParam[] prms) => ImEncode(ext, prms);

    /// <summary>Encodes the image into a stream.</summary>
    /// <param name="stream">Gets the file's bytes.</param>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public void WriteToStream(Stream stream, string ext = ".png", params ImageEncodingParam[] prms)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ImEncode(ext, prms));
    }

    /// <summary>Writes an image file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and value.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public bool ImWrite(string fileName, int[]? prms = null) => Cv2.ImWrite(fileName, this, prms);

    /// <summary>Writes an image file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public bool ImWrite(string fileName, params ImageEncodingParam[] prms) => Cv2.ImWrite(fileName, this, prms);

    /// <summary>Writes an image file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and value.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public bool SaveImage(string fileName, int[]? prms = null) => Cv2.ImWrite(fileName, this, prms);

    /// <summary>Writes an image file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="OpenCVException">The Mat is empty, or no encoder has this extension.</exception>
    public bool SaveImage(string fileName, params ImageEncodingParam[] prms) => Cv2.ImWrite(fileName, this, prms);
}
