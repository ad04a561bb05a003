using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>Frames of bytes as the tensors that the tokenizer takes, and back.</summary>
public static class PixelTensors
{
    private const double Half = byte.MaxValue / 2.0;

    /// <summary>The pixels as numbers from −1 to 1.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="device">Where the tensor is made; the default device when null.</param>
    /// <returns>[1, 3, frames, height, width]</returns>
    public static Tensor ToTensor(PixelFrames frames, Device? device = null)
    {
        using var scope = NewDisposeScope();
        var bytes = empty([frames.Count, frames.Height, frames.Width, PixelFrames.Channels], ScalarType.Byte, CPU);
        frames.Pixels.Span.CopyTo(bytes.bytes);
        return bytes.to(device ?? get_default_device()).permute(3, 0, 1, 2).unsqueeze(0).to_type(ScalarType.Float32).div(Half).sub(1)
            .contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>The nearest bytes of pixels.</summary>
    /// <param name="pixels">[1, 3, frames, height, width]; what is not from −1 to 1 becomes the nearest that is.</param>
    /// <exception cref="ArgumentException">The shape is not that of one clip.</exception>
    public static PixelFrames ToFrames(Tensor pixels)
    {
        if (pixels.shape is not [1, PixelFrames.Channels, _, var height, var width])
            throw new ArgumentException(
                $"pixels must be [1, {PixelFrames.Channels}, frames, height, width], found [{string.Join(", ", pixels.shape)}].", nameof(pixels));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var bytes = pixels.squeeze(0).permute(1, 2, 3, 0).to_type(ScalarType.Float32).add(1).mul(Half).round().clamp(0, byte.MaxValue)
            .to_type(ScalarType.Byte).cpu().contiguous();
        return new(bytes.bytes.ToArray(), (int)height, (int)width);
    }
}
