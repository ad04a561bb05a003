using VideoPoet.Models.SoundStream;
using static TorchSharp.torch;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>
/// Sound to codes and back, as it comes: SoundStream in memory for one part. Other tokenizers need the whole sound, which is kept until its end.
/// </summary>
internal sealed class SoundRoundTrip : IDisposable
{
    private readonly IAudioTokenizer tokenizer;
    private readonly AudioEncodingStream? encoder;
    private readonly AudioDecodingStream? decoder;
    private readonly List<float> waiting = [];
    private long samples;

    public SoundRoundTrip(IAudioTokenizer tokenizer)
    {
        this.tokenizer = tokenizer;
        if (tokenizer is not SoundStreamTokenizer streaming)
            return;
        encoder = streaming.OpenEncoder();
        decoder = streaming.OpenDecoder();
    }

    /// <summary>The codes so far.</summary>
    public long Tokens { get; private set; }

    /// <summary>Adds the next samples.</summary>
    /// <returns>The samples that are decoded now with their originals; null when there are none.</returns>
    public SoundPair? Push(ReadOnlySpan<float> next)
    {
        samples += next.Length;
        waiting.AddRange(next);
        return encoder is null ? null : Pass(next);
    }

    /// <summary>Ends the sound: silence completes the last frame, and what that adds is cut off.</summary>
    /// <returns>The rest; null when there is none.</returns>
    public SoundPair? Finish()
    {
        var missing = (int)((tokenizer.SampleStride - samples % tokenizer.SampleStride) % tokenizer.SampleStride);
        if (encoder is not null && missing == 0)
            return null;
        float[] rest = encoder is null ? [.. waiting, .. new float[missing]] : new float[missing];
        return Pass(rest);
    }

    public void Dispose()
    {
        encoder?.Dispose();
        decoder?.Dispose();
    }

    private SoundPair? Pass(ReadOnlySpan<float> next)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var wave = tensor(next.ToArray(), 1, 1, next.Length);
        var codes = encoder?.Encode(wave) ?? tokenizer.Encode(wave);
        if (codes.shape[2] == 0)
            return null;
        Tokens += codes.numel();
        var decoded = (decoder?.Decode(codes) ?? tokenizer.Decode(codes)).clamp(-1, 1).contiguous().data<float>().ToArray();
        var length = Math.Min(waiting.Count, decoded.Length);
        var originals = waiting.GetRange(0, length).ToArray();
        waiting.RemoveRange(0, length);
        return new(originals, decoded.AsMemory(0, length));
    }
}
