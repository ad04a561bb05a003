using System.Runtime.InteropServices;
using OpenCvSharp;
using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Frames as OpenCV sees them: blue, green and red.</summary>
internal static class PictureMats
{
    /// <summary>Copies a frame.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="index">Which frame.</param>
    public static Mat Of(PixelFrames frames, int index)
    {
        var frameBytes = frames.Pixels.Length / frames.Count;
        var pixels = MemoryMarshal.Cast<byte, Vec3b>(frames.Pixels.Span.Slice(index * frameBytes, frameBytes));
        var mat = new Mat(frames.Height, frames.Width, MatType.CV_8UC3);
        mat.SetArray(pixels.ToArray());
        Cv2.CvtColor(mat, mat, ColorConversionCodes.RGB2BGR);
        return mat;
    }

    /// <summary>Copies a picture to where its pixels are wanted.</summary>
    /// <param name="mat">The picture; its channels are swapped.</param>
    /// <param name="pixels">The place, [height, width, 3].</param>
    public static void Copy(Mat mat, Span<byte> pixels)
    {
        Cv2.CvtColor(mat, mat, ColorConversionCodes.BGR2RGB);
        mat.GetArray<Vec3b>(out var copy);
        MemoryMarshal.AsBytes(copy.AsSpan()).CopyTo(pixels);
    }

    /// <summary>Encodes the first frame as PNG.</summary>
    /// <param name="frames">The frames.</param>
    public static byte[] EncodePng(PixelFrames frames)
    {
        using var mat = Of(frames, 0);
        return mat.ToBytes(".png");
    }
}
