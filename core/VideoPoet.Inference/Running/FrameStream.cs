using VideoPoet.Core;
using VideoPoet.Models.Magvit2;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Inference;

/// <summary>Makes frames of the visual tokens of one sequence, as soon as each latent frame is complete.</summary>
/// <param name="tokenizer">The tokenizer.</param>
/// <param name="segment">The positions.</param>
internal sealed class FrameStream(VideoTokenizer tokenizer, VisualSegment segment) : IDisposable
{
    // Rules that are not causal need the whole clip before the first frame can be shown.
    private readonly DecoderStream? _stream = tokenizer.Sizes.Rules == TemporalRules.Causal ? tokenizer.OpenDecoder() : null;
    private int _next;

    /// <summary>The frames that are complete now and were not before; null when there are none.</summary>
    /// <param name="ids">The ids of the sequence so far.</param>
    public PixelFrames? Take(ReadOnlySpan<int> ids)
    {
        if (_next == segment.Shape.Time)
            return null;
        var step = _stream is null ? segment.Shape.Time : 1;
        if (ids.Length < segment.EndOf(_next + step - 1))
            return null;
        var codes = new long[step * segment.Shape.FrameTokens];
        var start = segment.Start + _next * segment.Shape.FrameTokens;
        for (var i = 0; i < codes.Length; i++)
            codes[i] = ids[start + i] - segment.Ids.Start;
        _next += step;
        using var scope = NewDisposeScope();
        var grid = tensor(codes, [1, step, segment.Shape.Height, segment.Shape.Width], device: tokenizer.parameters().First().device);
        return PixelTensors.ToFrames(_stream is null ? tokenizer.Decode(grid) : _stream.Push(grid));
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();
}
