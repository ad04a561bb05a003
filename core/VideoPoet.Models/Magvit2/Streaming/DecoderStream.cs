using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Decodes a video in parts of any length; the frames of a latent frame are there as soon as its ids are. The memory that it needs does not grow.
/// Made by <see cref="VideoTokenizer.OpenDecoder"/>.
/// </summary>
/// <remarks>
/// Latent frames are computed one by one, or together where no layer lets a frame depend, to the bit, on how many there are: frames do not depend
/// on how the ids were cut.
/// </remarks>
public sealed class DecoderStream : IDisposable
{
    private readonly VideoTokenizer _tokenizer;
    private readonly FrameMemory _memory = new();

    internal DecoderStream(VideoTokenizer tokenizer) => _tokenizer = tokenizer;

    /// <summary>Adds the next latent frames.</summary>
    /// <param name="ids">[batch, latent frames, rows, columns]: at least one latent frame, sizes as at the first call.</param>
    /// <returns>Their frames, [batch, 3, frames, 8 · rows, 8 · columns] from −1 to 1: one of the first latent frame, four of every other.</returns>
    /// <exception cref="ArgumentException">The shape is not that of ids.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not one of the tokenizer.</exception>
    public Tensor Push(Tensor ids)
    {
        using var scope = NewDisposeScope();
        var shape = VideoTokenizer.CheckIds(ids).shape;
        _memory.CheckSize(shape[0], shape[2], shape[3]);
        List<Tensor> frames = [];
        foreach (var part in ids.split(_tokenizer.LatentFramesAtOnce, 1))
            frames.Add(_tokenizer.DecodePart(part.contiguous(), _memory));
        return cat(frames, 2).MoveToOuterDisposeScope();
    }

    /// <summary>Frees what is remembered.</summary>
    public void Dispose() => _memory.Dispose();
}
