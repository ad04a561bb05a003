using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>What each convolution of one pass over a video must remember of the frames that it has seen.</summary>
internal sealed class FrameMemory : IDisposable
{
    private readonly Dictionary<CausalConvolution, Tensor> _past = [];
    private (long Batch, long Height, long Width)? _size;

    /// <summary>Checks that a part of the video is as large as the first.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public void CheckSize(long batch, long height, long width)
    {
        var size = (batch, height, width);
        _size ??= size;
        if (_size != size)
        {
            throw new ArgumentException(
                $"all parts of a video must have the first one's batch, height and width {_size}, found {size}.");
        }
    }

    /// <summary>The last frames that a layer was given, [batch, channels, frames, height, width]; null before the first.</summary>
    public Tensor? Past(CausalConvolution layer) => _past.GetValueOrDefault(layer);

    /// <summary>Replaces what a layer remembers.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="frames">The frames; they are copied, since a view would keep all others alive.</param>
    public void Keep(CausalConvolution layer, Tensor frames)
    {
        var copy = frames.clone().DetachFromDisposeScope();
        if (_past.Remove(layer, out var old))
            old.Dispose();
        _past.Add(layer, copy);
    }

    /// <summary>Frees all frames.</summary>
    public void Dispose()
    {
        foreach (var frames in _past.Values)
            frames.Dispose();
        _past.Clear();
    }
}
