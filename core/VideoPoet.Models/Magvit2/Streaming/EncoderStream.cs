using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Encodes a video in parts of any length. The memory that it needs does not grow: each layer remembers at most two frames, and frames wait only
/// until their latent frame is complete. Made by <see cref="VideoTokenizer.OpenEncoder"/>.
/// </summary>
/// <remarks>
/// Latent frames are computed one by one, or together where no layer lets a frame depend, to the bit, on how many there are: ids do not depend on
/// how the video was cut.
/// </remarks>
public sealed class EncoderStream : IDisposable
{
    private readonly VideoTokenizer _tokenizer;
    private readonly FrameMemory _memory = new();
    private Tensor? _waiting;
    private bool _hasFirst;

    internal EncoderStream(VideoTokenizer tokenizer) => _tokenizer = tokenizer;

    /// <summary>Frames whose latent frame is not complete, 0 to 3; a video ends well when there are none.</summary>
    public int WaitingFrames => (int)(_waiting?.shape[2] ?? 0);

    /// <summary>Adds the next frames.</summary>
    /// <param name="pixels">[batch, 3, frames, height, width] from −1 to 1: any number of frames, sizes as at the first call.</param>
    /// <returns>The ids of the latent frames that are complete now, [batch, latent frames, height / 8, width / 8]; there may be none.</returns>
    /// <exception cref="ArgumentException">The shape is not that of pixels.</exception>
    public Tensor Push(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var shape = VideoTokenizer.CheckFrames(pixels).shape;
        _memory.CheckSize(shape[0], shape[3], shape[4]);
        var frames = _waiting is null ? pixels : cat([_waiting, pixels], 2);
        List<Tensor> ids = [frames.new_zeros(
            [shape[0], 0, shape[3] / VideoFormat.PixelStride, shape[4] / VideoFormat.PixelStride], ScalarType.Int64)];
        long next = 0;
        for (var count = NextCount(frames.shape[2]); count > 0; count = NextCount(frames.shape[2] - next))
        {
            ids.Add(_tokenizer.EncodePart(frames.narrow(2, next, count).contiguous(), _memory));
            _hasFirst = true;
            next += count;
        }
        Wait(frames.narrow(2, next, frames.shape[2] - next));
        return cat(ids, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Frees what is remembered.</summary>
    public void Dispose()
    {
        _memory.Dispose();
        _waiting?.Dispose();
        _waiting = null;
    }

    /// <summary>The frames of as many complete latent frames as are computed at once; 0 where none is complete.</summary>
    private long NextCount(long available)
    {
        // The first frame is a latent frame of its own.
        const int Stride = VideoFormat.FrameStride;
        var complete = _hasFirst ? available / Stride : (available + Stride - 1) / Stride;
        var latentFrames = Math.Min(complete, _tokenizer.LatentFramesAtOnce);
        return latentFrames == 0 ? 0 : _hasFirst ? Stride * latentFrames : Stride * (latentFrames - 1) + 1;
    }

    private void Wait(Tensor frames)
    {
        _waiting?.Dispose();
        _waiting = frames.shape[2] == 0 ? null : frames.clone().DetachFromDisposeScope();
    }
}
