namespace OpenCvSharp;

public static partial class Cv2
{
    /// <summary>Reads an image file.</summary>
    /// <param name="fileName">Path of the file.</param>
    /// <param name="flags">How the image is read.</param>
    /// <returns>The image; empty when the file is missing or no image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public static Mat ImRead(string fileName, ImreadModes flags = ImreadModes.Color) => new(fileName, flags);

    /// <summary>Writes an image file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="img">The image.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and value.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="OpenCVException">The image is empty, or no encoder has this extension.</exception>
    public static bool ImWrite(string fileName, Mat img, int[]? prms = null)
    {
        if (string.IsNullOrEmpty(fileName)) throw new ArgumentNullException(nameof(fileName));
        ArgumentNullException.ThrowIfNull(img);
        Native.Check(Native.cvs_imwrite(fileName, img.Handle, prms, prms?.Length ?? 0, out var written));
        return written != 0;
    }

    /// <summary>Writes an image file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="img">The image.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="OpenCVException">The image is empty, or no encoder has this extension.</exception>
    public static bool ImWrite(string fileName, Mat img, params ImageEncodingParam[] prms) =>
        ImWrite(fileName, img, ImageEncodingParam.Flatten(prms));

    /// <summary>Reads an image from the bytes of a file.</summary>
    /// <param name="buf">The file's bytes.</param>
    /// <param name="flags">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static Mat ImDecode(byte[] buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        return ImDecode(buf.AsSpan(), flags);
    }

    /// <summary>Reads an image from the bytes of a file.</summary>
    /// <param name="span">The file's bytes.</param>
    /// <param name="flags">How the image is read.</param>
    /// <returns>The image; empty when the bytes are no image.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static Mat ImDecode(ReadOnlySpan<byte> span, ImreadModes flags)
    {
        if (span.IsEmpty) throw new ArgumentException("Empty span", nameof(span));
        var image = new Mat();
        Native.Check(Native.cvs_imdecode(image.Handle, span, span.Length, (int)flags));
        return image;
    }

    /// <summary>Encodes an image as the bytes of a file.</summary>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="img">The image.</param>
    /// <param name="buf">The bytes.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and value.</param>
    /// <returns>Whether the image was encoded.</returns>
    /// <exception cref="OpenCVException">The image is empty, or no encoder has this extension.</exception>
    public static bool ImEncode(string ext, InputArray img, out byte[] buf, int[]? prms = null)
    {
        if (string.IsNullOrEmpty(ext)) throw new ArgumentNullException(nameof(ext));
        using var bytes = new Mat();
        Native.Check(Native.cvs_imencode(ext, In(img, nameof(img)), bytes.Handle, prms, prms?.Length ?? 0, out var encoded));
        buf = bytes.AsSpan<byte>().ToArray();
        return encoded != 0;
    }

    /// <summary>Encodes an image as the bytes of a file.</summary>
    /// <param name="ext">Extension of the file format, with its dot.</param>
    /// <param name="img">The image.</param>
    /// <param name="buf">The bytes.</param>
    /// <param name="prms">Parameters of the encoder.</param>
    /// <exception cref="OpenCVException">The image is empty, or no encoder has this extension.</exception>
    public static void ImEncode(string ext, InputArray img, out byte[] buf, params ImageEncodingParam[] prms) =>
        ImEncode(ext, img, out buf, ImageEncodingParam.Flatten(prms));
}
