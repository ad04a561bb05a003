using System.Runtime.InteropServices;
using System.Security.Cryptography;
using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Takes the parts of a sample and says what they are together.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash pixels = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash sound = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int frames, width, height;
    private long samples;

    /// <summary>What a whole sample holds.</summary>
    public static ContentFacts FactsOf(GeneratedVideo sample)
    {
        using var hash = new ContentHash();
        hash.Add(sample.Frames, sample.Sound);
        return hash.Facts(sample.Seed);
    }

    /// <summary>Adds the next frames and the next sound, if there are any.</summary>
    public void Add(PixelFrames? nextFrames, Waveform? nextSound)
    {
        if (nextFrames is not null)
        {
            (width, height) = (nextFrames.Width, nextFrames.Height);
            frames += nextFrames.Count;
            pixels.AppendData(nextFrames.Pixels.Span);
        }
        if (nextSound is not null)
        {
            samples += nextSound.Samples.Length;
            sound.AppendData(MemoryMarshal.AsBytes(nextSound.Samples.Span));
        }
    }

    /// <summary>What was added.</summary>
    /// <param name="seed">The seed of the sample.</param>
    public ContentFacts Facts(long seed) => new(
        seed, frames, width, height, samples, frames > 0 ? Hex(pixels) : null, samples > 0 ? Hex(sound) : null);

    public void Dispose()
    {
        pixels.Dispose();
        sound.Dispose();
    }

    private static string Hex(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetCurrentHash());
}
