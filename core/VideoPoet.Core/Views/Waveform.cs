namespace VideoPoet.Core;

/// <summary>Sound in memory: one channel at 16 kHz, samples from −1 to 1.</summary>
/// <param name="samples">The samples; they are not copied.</param>
public sealed class Waveform(ReadOnlyMemory<float> samples)
{
    /// <summary>The samples, 16,000 a second.</summary>
    public ReadOnlyMemory<float> Samples { get; } = samples;

    /// <summary>The beginning, without copying.</summary>
    /// <param name="samples">How many samples, from 0 to the number that there is.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many samples.</exception>
    public Waveform Leading(int samples)
    {
        if (samples < 0 || samples > Samples.Length)
            throw new ArgumentOutOfRangeException(nameof(samples), samples, $"the sound has {Samples.Length} samples.");
        return new(Samples[..samples]);
    }

    /// <summary>Whether another sound has the same samples.</summary>
    /// <param name="other">The other sound.</param>
    public bool SameAs(Waveform? other) => other is not null && Samples.Span.SequenceEqual(other.Samples.Span);
}
