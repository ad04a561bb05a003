using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>
/// What of the clip is given. The output of a task is the clip that its inputs are views of, so what a view shows of it unchanged stays, bit for bit:
/// leading frames, pixels that a mask does not hide, a whole video whose sound is generated, a whole sound that a video is generated to.
/// </summary>
internal sealed class KeptParts
{
    private readonly PixelFrames? _leading;
    private readonly List<(PixelFrames Frames, PixelFrames Mask)> _masked = [];
    private readonly Waveform? _leadingSound;

    /// <summary>Finds out what is given.</summary>
    /// <param name="definition">What the sequence conditions on and outputs.</param>
    /// <param name="media">What the request supplies.</param>
    /// <param name="catalog">Computes views.</param>
    public KeptParts(TaskDefinition definition, ConditionMedia media, TaskCatalog catalog)
    {
        var views = definition.Conditions.Where(view => view.Modality is Modality.Visual or Modality.Audio);
        foreach (var view in views)
        {
            var clip = media.ClipFor(view, prompt: null);
            if (view.IsComputed)
            {
                if (catalog.MaskOf(view, clip) is { } mask)
                    _masked.Add((clip.Frames!, mask));
                continue;
            }
            // The whole of a sound is kept with the samples that its codes leave out.
            var shown = catalog.Apply(view, clip);
            if (shown.Frames is { } frames && frames.Count > (_leading?.Count ?? 0))
                _leading = frames;
            if (shown.Sound is { } sound && sound.Samples.Length > (_leadingSound?.Samples.Length ?? 0))
                _leadingSound = sound;
        }
        var outputs = definition.OutputModalities;
        if (!outputs.Contains(Modality.Visual) && definition.PresentInputs.Any(input => input.View.Modality == Modality.Visual && IsWhole(input.View)))
            WholeVideo = _leading;
        if (!outputs.Contains(Modality.Audio) && definition.PresentInputs.Any(input => input.View.Modality == Modality.Audio && IsWhole(input.View)))
            WholeSound = _leadingSound;
    }

    /// <summary>The video to which sound is generated; null where frames are generated.</summary>
    public PixelFrames? WholeVideo { get; }

    /// <summary>The sound to which frames are generated; null where sound is generated.</summary>
    public Waveform? WholeSound { get; }

    /// <summary>Whether a view shows the whole clip as it is.</summary>
    /// <param name="view">The view.</param>
    public static bool IsWhole(ClipView view) => view is { IsComputed: false, LeadingFrames: null, Modality: Modality.Visual or Modality.Audio };

    /// <summary>Puts what is given in the place of what was generated.</summary>
    /// <param name="part">Frames that were generated.</param>
    /// <param name="first">The place of their first in the clip.</param>
    public PixelFrames Restore(PixelFrames part, int first)
    {
        if (_masked.Count == 0 && first >= (_leading?.Count ?? 0))
            return part;
        var pixels = part.Pixels.ToArray();
        var frameBytes = pixels.Length / part.Count;
        foreach (var (frames, mask) in _masked)
            Restore(pixels, first * frameBytes, frames, mask);
        if (_leading is not null && first < _leading.Count)
        {
            var start = first * frameBytes;
            _leading.Pixels.Span[start..Math.Min(_leading.Pixels.Length, start + pixels.Length)].CopyTo(pixels);
        }
        return new(pixels, part.Height, part.Width);
    }

    /// <summary>Puts what is given in the place of what was generated.</summary>
    /// <param name="part">Sound that was generated.</param>
    /// <param name="first">The place of its first sample in the clip.</param>
    public Waveform Restore(Waveform part, int first)
    {
        if (_leadingSound is null || first >= _leadingSound.Samples.Length)
            return part;
        var samples = part.Samples.ToArray();
        _leadingSound.Samples.Span[first..Math.Min(_leadingSound.Samples.Length, first + samples.Length)].CopyTo(samples);
        return new(samples);
    }

    private static void Restore(Span<byte> pixels, int start, PixelFrames frames, PixelFrames mask)
    {
        var source = frames.Pixels.Span;
        var hidden = mask.Pixels.Span;
        for (var i = 0; i < pixels.Length && start + i < source.Length; i++)
        {
            if (hidden[start + i] == 0)
                pixels[i] = source[start + i];
        }
    }
}
