using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>One sample while it grows: what is given is put in its place, and what is too long is cut.</summary>
/// <param name="number">Its number, from 0.</param>
/// <param name="plan">What is generated.</param>
/// <param name="kept">What of the clip is given.</param>
internal sealed class SampleOutput(int number, GenerationPlan plan, KeptParts kept)
{
    private readonly Queue<PixelFrames> _last = [];
    private int _frameOfWindow, _samples;

    /// <summary>Its number.</summary>
    public int Number => number;

    /// <summary>What of the clip is given.</summary>
    public KeptParts Kept => kept;

    /// <summary>Frames so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Samples of sound that there will be at most.</summary>
    public int SamplesInAll => plan.Frames * (VideoFormat.SampleRateHz / VideoFormat.FramesPerSecond);

    /// <summary>Takes frames that were decoded.</summary>
    /// <param name="decoded">The next frames of the sequence.</param>
    /// <param name="skip">How many frames of the sequence are those that it was conditioned on.</param>
    /// <returns>What of them belongs to the output; null when nothing does.</returns>
    public PixelFrames? Take(PixelFrames decoded, int skip)
    {
        var known = Math.Clamp(skip - _frameOfWindow, 0, decoded.Count);
        _frameOfWindow += decoded.Count;
        if (_frameOfWindow == plan.Format.Frames)
            _frameOfWindow = 0;
        var count = Math.Min(decoded.Count - known, plan.Frames - Frames);
        if (count <= 0)
            return null;
        var part = kept.Restore(Slice(decoded, known, count), Frames);
        Frames += count;
        Remember(part);
        return part;
    }

    /// <summary>Takes sound that was decoded.</summary>
    /// <param name="decoded">The next sound.</param>
    /// <returns>What of it belongs to the output; null when nothing does.</returns>
    public Waveform? Take(Waveform decoded)
    {
        var count = Math.Min(decoded.Samples.Length, SamplesInAll - _samples);
        if (count <= 0)
            return null;
        var part = kept.Restore(decoded.Leading(count), _samples);
        _samples += count;
        return part;
    }

    /// <summary>The last frames so far.</summary>
    /// <param name="count">How many.</param>
    public PixelFrames Last(int count)
    {
        var frames = _last.TakeLast(count).ToArray();
        var (height, width) = (frames[0].Height, frames[0].Width);
        var pixels = new byte[frames.Length * frames[0].Pixels.Length];
        for (var i = 0; i < frames.Length; i++)
            frames[i].Pixels.CopyTo(pixels.AsMemory(i * frames[0].Pixels.Length));
        return new(pixels, height, width);
    }

    private void Remember(PixelFrames part)
    {
        if (plan.Extension is not { } extension)
            return;
        for (var frame = 0; frame < part.Count; frame++)
            _last.Enqueue(Slice(part, frame, 1));
        while (_last.Count > extension.Leading)
            _last.Dequeue();
    }

    private static PixelFrames Slice(PixelFrames frames, int first, int count)
    {
        var frameBytes = frames.Pixels.Length / frames.Count;
        return new(frames.Pixels.Slice(first * frameBytes, count * frameBytes), frames.Height, frames.Width);
    }
}
