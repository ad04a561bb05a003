using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>Frames of one size.</summary>
internal readonly record struct FrameShape(FrameSize Size)
{
    /// <summary>The bytes of a frame.</summary>
    public int Bytes => checked((int)Size.Pixels * PixelFrames.Channels);

    /// <summary>Takes bytes for frames.</summary>
    public PixelFrames Frames(byte[] pixels) => new(pixels, Size.Height, Size.Width);
}
