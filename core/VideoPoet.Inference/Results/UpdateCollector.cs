using System.Diagnostics;
using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Puts the parts of a streaming generation together.</summary>
internal sealed class UpdateCollector
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly SortedDictionary<int, Parts> _samples = [];
    private GenerationRecord? _record;
    private VideoGenerationProgress? _last;
    private long _inputTokens;
    private TimeSpan? _first;

    /// <summary>The bytes of frames and sound so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds a part.</summary>
    /// <exception cref="VideoGenerationException">The clip is larger than one object in memory can be.</exception>
    public void Add(VideoGenerationUpdate update)
    {
        _record ??= update.Record;
        _last = update.Progress;
        if (update is { Frames: null, Sound: null, Tokens: null })
            return;
        if (!_samples.TryGetValue(update.Sample, out var parts))
            _samples.Add(update.Sample, parts = new());
        if (update.Frames is not null || update.Sound is not null)
            _first ??= _clock.Elapsed;
        if (update.Frames is { } frames)
            parts.Frames.Add(frames);
        if (update.Sound is { } sound)
            parts.Sounds.Add(sound);
        if (update.Tokens is { } tokens)
        {
            parts.Tokens.Add(tokens);
            _inputTokens += tokens.Layout.PrefixLength;
        }
        parts.FrameBytes += update.Frames?.Pixels.Length ?? 0;
        Bytes += (update.Frames?.Pixels.Length ?? 0) + (update.Sound?.Samples.Length ?? 0) * (long)sizeof(float);
        if (parts.FrameBytes > Array.MaxLength)
            throw new VideoGenerationException("the video is larger than one object in memory can be (2 GB). Take it in parts, by streaming.");
    }

    /// <summary>Everything together.</summary>
    public VideoGenerationResponse ToResponse()
    {
        if (_record is null || _last is null)
            throw new InvalidOperationException("a generation begins with an update that says what decides the output.");
        var seed = _record.Options.Seed ?? 0;
        return new()
        {
            Samples = _samples.Select(sample => sample.Value.ToVideo(unchecked(seed + sample.Key))).ToValueList(),
            Record = _record,
            Usage = new(_inputTokens, _last.Tokens, _clock.Elapsed, _first ?? _clock.Elapsed),
        };
    }

    private sealed class Parts
    {
        public List<PixelFrames> Frames { get; } = [];

        public List<Waveform> Sounds { get; } = [];

        public List<GeneratedTokens> Tokens { get; } = [];

        public long FrameBytes { get; set; }

        public GeneratedVideo ToVideo(long seed) => new()
        {
            Seed = seed,
            Frames = Frames.Count == 0 ? null : new(Joined(Frames.Select(part => part.Pixels)), Frames[0].Height, Frames[0].Width),
            Sound = Sounds.Count == 0 ? null : new(Joined(Sounds.Select(part => part.Samples))),
            Tokens = Tokens.ToValueList(),
        };

        private static T[] Joined<T>(IEnumerable<ReadOnlyMemory<T>> parts)
        {
            var all = new T[parts.Sum(part => part.Length)];
            var next = 0;
            foreach (var part in parts)
            {
                part.CopyTo(all.AsMemory(next));
                next += part.Length;
            }
            return all;
        }
    }
}
