using VideoPoet.Core;
using VideoPoet.Models.SoundStream;
using static TorchSharp.torch;

namespace VideoPoet.Inference;

/// <summary>Makes sound of the audio tokens of one sequence, as soon as the last level of some frames is there.</summary>
/// <param name="tokenizer">The tokenizer.</param>
/// <param name="segment">The positions.</param>
internal sealed class SoundStream(IAudioTokenizer tokenizer, AudioSegment segment) : IDisposable
{
    // Half a second: less is not heard earlier, for the levels before the last take longer.
    private const int PartFrames = 25;

    // Only a causal tokenizer makes sound in parts.
    private readonly AudioDecodingStream? _stream = (tokenizer as SoundStreamTokenizer)?.OpenDecoder();
    private int _next;

    /// <summary>The sound that is complete now and was not before; null when there is none.</summary>
    /// <param name="ids">The ids of the sequence so far.</param>
    public Waveform? Take(ReadOnlySpan<int> ids)
    {
        var (levels, frames) = (segment.Shape.Levels, segment.Shape.Frames);
        var count = Math.Min(_stream is null ? frames : PartFrames, frames - _next);
        if (count == 0 || ids.Length < segment.Start + (levels - 1) * frames + _next + count)
            return null;
        var codes = new long[levels * count];
        for (var level = 0; level < levels; level++)
        {
            for (var frame = 0; frame < count; frame++)
                codes[level * count + frame] = ids[segment.Start + level * frames + _next + frame] - segment.IdsOf(level).Start;
        }
        _next += count;
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var grid = tensor(codes, [1, levels, count]);
        var sound = _stream is null ? tokenizer.Decode(grid) : _stream.Decode(grid);
        return new(sound.flatten().to(CPU).clamp(-1, 1).contiguous().data<float>().ToArray());
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();
}
