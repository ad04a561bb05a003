using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>Sound in memory: one channel, samples from −1 to 1; they never change.</summary>
/// <remarks>
/// A clip that was read owns pooled memory: dispose it when it is no longer needed. What was made of it without copying, such as
/// <see cref="Samples"/>, then throws <see cref="ObjectDisposedException"/>.
/// </remarks>
public sealed class AudioClip : IDisposable
{
    private readonly IDisposable? memory;

    /// <summary>Wraps samples without copying them.</summary>
    /// <param name="samples">The samples, at least one.</param>
    /// <param name="sampleRateHz">Samples a second, from 1,000 to 384,000.</param>
    /// <exception cref="ArgumentException">There is no sample, or the rate is out of its range.</exception>
    public AudioClip(ReadOnlyMemory<float> samples, int sampleRateHz)
    {
        if (samples.IsEmpty)
            throw new ArgumentException("a sound needs at least one sample.", nameof(samples));
        (Samples, SampleRateHz) = (samples, SampleRate.Check(sampleRateHz));
    }

    /// <summary>Wraps a waveform without copying it.</summary>
    /// <param name="waveform">The waveform, at least one sample.</param>
    public AudioClip(Waveform waveform) : this(waveform.Samples, VideoFormat.SampleRateHz)
    {
    }

    internal AudioClip(PooledMemory<float> memory, int sampleRateHz) : this(memory.Memory, sampleRateHz) => this.memory = memory;

    /// <summary>The samples.</summary>
    public ReadOnlyMemory<float> Samples { get; }

    /// <summary>Samples a second.</summary>
    public int SampleRateHz { get; }

    /// <summary>The number of samples divided by the rate.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRateHz);

    /// <summary>The same samples, not copied, as the views and the tokenizers take them.</summary>
    /// <exception cref="InvalidOperationException">The rate is not 16 kHz.</exception>
    public Waveform ToWaveform() => SampleRateHz == VideoFormat.SampleRateHz
        ? new(Samples)
        : throw new InvalidOperationException($"a waveform has {VideoFormat.SampleRateHz} samples a second, and this sound has {SampleRateHz}.");

    /// <summary>Gives pooled memory back.</summary>
    public void Dispose() => memory?.Dispose();
}
