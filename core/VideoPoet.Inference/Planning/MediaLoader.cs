using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>Reads the media of a request, as much of each as the task's views take, in the size of the format.</summary>
/// <param name="plan">What is generated.</param>
/// <param name="limits">What a file may ask for.</param>
internal sealed class MediaLoader(GenerationPlan plan, MediaLimits limits)
{
    /// <summary>Reads all media.</summary>
    /// <exception cref="VideoGenerationException">Some cannot be used; each is named.</exception>
    public async Task<ConditionMedia> LoadAsync(CancellationToken cancellationToken)
    {
        var media = new ConditionMedia();
        var problems = new List<string>();
        foreach (var (role, source) in plan.Request.Media)
        {
            try
            {
                media = await AddAsync(media, role, source, cancellationToken).ConfigureAwait(false);
            }
            catch (MediaException exception)
            {
                problems.Add(source is FileSource ? exception.Message : $"the {Word(role)} {exception.Reason}. {exception.Remedy}");
            }
            catch (ArgumentException exception)
            {
                problems.Add($"the {Word(role)} cannot be taken: {UserMessage.Of(exception).TrimEnd('.')}.");
            }
        }
        return problems.Count == 0 ? media : throw new VideoGenerationException(problems);
    }

    private MediaReadOptions Whole => MediaReadOptions.For(plan.Format) with { Limits = limits };

    private FrameSize Size => new(plan.Format.Width, plan.Format.Height);

    private async Task<ConditionMedia> AddAsync(ConditionMedia media, MediaRole role, MediaSource source, CancellationToken cancellationToken)
    {
        if (source.Start < TimeSpan.Zero)
            throw new ArgumentException($"its part begins at {source.Start}, before the beginning");
        if (source is ClipSource memory)
            return Add(media, role, memory);
        using var file = await SourceOnDisk.OpenAsync(source, limits, cancellationToken).ConfigureAwait(false);
        var duration = DurationOf(role);
        var start = await StartAsync(file.Path, source, duration, cancellationToken).ConfigureAwait(false);
        var options = Whole with { Start = start, Duration = duration };
        switch (role)
        {
            case MediaRole.FirstFrame:
                return media with { FirstFrame = Kept(await MediaReader.ReadImageAsync(file.Path, options, cancellationToken).ConfigureAwait(false)) };
            case MediaRole.Video:
                return media with { Video = Kept(await MediaReader.ReadVideoAsync(file.Path, options, cancellationToken).ConfigureAwait(false)) };
            case MediaRole.Mask:
                return media with { Mask = await Masks.ReadAsync(file.Path, options, cancellationToken).ConfigureAwait(false) };
            default:
                return media with { Sound = Kept(await MediaReader.ReadSoundAsync(file.Path, options, cancellationToken).ConfigureAwait(false)) };
        }
    }

    private async Task<TimeSpan> StartAsync(string path, MediaSource source, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (!source.FromEnd && source.Start == TimeSpan.Zero)
            return TimeSpan.Zero;
        var info = await MediaReader.ProbeAsync(path, limits, cancellationToken).ConfigureAwait(false);
        // An image has no time: what is said of where a part begins is said of the media beside it.
        if (info.IsImage)
            return TimeSpan.Zero;
        if (!source.FromEnd)
            return source.Start;
        return info.Duration is { } whole
            ? Later(whole - duration)
            : throw new MediaException(path, "does not say how long it is", "Say where the part begins.");
    }

    private ConditionMedia Add(ConditionMedia media, MediaRole role, ClipSource source) => role switch
    {
        MediaRole.FirstFrame => media with { FirstFrame = Fitted(source, 1) },
        MediaRole.Video => media with { Video = Fitted(source, plan.FramesOf(role)) },
        MediaRole.Mask => media with { Mask = Masks.BlackAndWhite(Fitted(source, PicturesOf(source).Frames.Count == 1 ? 1 : plan.FramesOf(role))) },
        _ => media with { Sound = Cut(source, DurationOf(role)) },
    };

    private PixelFrames Fitted(ClipSource source, int frames) =>
        FrameFitter.Fit(PicturesOf(source), Size, frames, VideoFormat.FramesPerSecond, StartOf(source, PicturesOf(source).Duration, LengthOf(frames)));

    private static VideoClip PicturesOf(ClipSource source) => source.Clip.Video ?? throw new ArgumentException("it has no pictures");

    private static Waveform Cut(ClipSource source, TimeSpan duration)
    {
        var sound = source.Clip.Sound ?? throw new ArgumentException("it has no sound");
        if (sound.SampleRateHz != VideoFormat.SampleRateHz)
            throw new ArgumentException($"a sound in memory must have {VideoFormat.SampleRateHz} samples a second, and it has {sound.SampleRateHz}");
        var first = (int)Math.Round(StartOf(source, sound.Duration, duration).TotalSeconds * VideoFormat.SampleRateHz);
        var needed = (int)Math.Round(duration.TotalSeconds * VideoFormat.SampleRateHz);
        // What the tokenizer would drop may be missing.
        var least = needed / VideoFormat.SampleStride * VideoFormat.SampleStride;
        var there = Math.Max(0, sound.Samples.Length - first);
        return there >= least
            ? new(sound.Samples.Slice(first, Math.Min(needed, there)).ToArray())
            : throw new ArgumentException($"it has {there} samples from {source.Start.TotalSeconds:0.###} s on, and {least} are needed");
    }

    private static TimeSpan StartOf(MediaSource source, TimeSpan whole, TimeSpan duration) => source.FromEnd ? Later(whole - duration) : source.Start;

    // What is too short is refused for that, not for where it would begin.
    private static TimeSpan Later(TimeSpan start) => start < TimeSpan.Zero ? TimeSpan.Zero : start;

    private static TimeSpan LengthOf(int frames) => TimeSpan.FromSeconds((double)frames / VideoFormat.FramesPerSecond);

    private TimeSpan DurationOf(MediaRole role) => LengthOf(plan.FramesOf(role));

    // Out of pooled memory: the parts of a response live as long as somebody looks at them.
    private static PixelFrames Kept(VideoClip clip)
    {
        using (clip)
            return new(clip.Frames.Pixels.ToArray(), clip.Frames.Height, clip.Frames.Width);
    }

    private static Waveform Kept(AudioClip clip)
    {
        using (clip)
            return new(clip.Samples.ToArray());
    }

    private static string Word(MediaRole role) => role == MediaRole.FirstFrame ? "first frame" : role.ToString().ToLowerInvariant();
}
