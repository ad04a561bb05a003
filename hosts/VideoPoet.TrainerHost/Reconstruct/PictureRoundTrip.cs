using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>
/// Frames to ids and back, as they come: with causal rules in memory for one part. Other rules need the whole clip, which is kept until its end.
/// </summary>
internal sealed class PictureRoundTrip : IDisposable
{
    private readonly VideoTokenizer tokenizer;
    private readonly EncoderStream? encoder;
    private readonly DecoderStream? decoder;
    private readonly List<byte> waiting = [];
    private readonly FrameShape shape;
    private int frames;

    public PictureRoundTrip(VideoTokenizer tokenizer, FrameShape shape)
    {
        (this.tokenizer, this.shape) = (tokenizer, shape);
        if (tokenizer.Sizes.Rules != TemporalRules.Causal)
            return;
        encoder = tokenizer.OpenEncoder();
        decoder = tokenizer.OpenDecoder();
    }

    /// <summary>The ids so far.</summary>
    public long Tokens { get; private set; }

    /// <summary>Adds the next frames.</summary>
    /// <returns>The frames that are decoded now with their originals; null when there are none.</returns>
    public FramePair? Push(PixelFrames next)
    {
        frames += next.Count;
        waiting.AddRange(next.Pixels.Span);
        return encoder is null ? null : Pass(next);
    }

    /// <summary>Ends the clip: its last frame is held until a latent frame is complete, and what that adds is cut off.</summary>
    /// <returns>The rest; null when there is none.</returns>
    public FramePair? Finish()
    {
        var missing = (VideoFormat.FrameStride - (frames - 1) % VideoFormat.FrameStride) % VideoFormat.FrameStride;
        if (encoder is not null && missing == 0)
            return null;
        var held = Enumerable.Repeat(waiting.TakeLast(shape.Bytes), missing).SelectMany(frame => frame);
        byte[] rest = encoder is null ? [.. waiting, .. held] : [.. held];
        return Pass(shape.Frames(rest));
    }

    public void Dispose()
    {
        encoder?.Dispose();
        decoder?.Dispose();
    }

    private FramePair? Pass(PixelFrames next)
    {
        using var scope = NewDisposeScope();
        var pixels = PixelTensors.ToTensor(next);
        var ids = encoder?.Push(pixels) ?? tokenizer.Encode(pixels);
        if (ids.shape[1] == 0)
            return null;
        Tokens += ids.numel();
        var decoded = PixelTensors.ToFrames(decoder?.Push(ids) ?? tokenizer.Decode(ids));
        var bytes = Math.Min(waiting.Count, decoded.Pixels.Length);
        var originals = waiting.GetRange(0, bytes).ToArray();
        waiting.RemoveRange(0, bytes);
        return new(shape.Frames(originals), decoded.Leading(bytes / shape.Bytes));
    }
}
