namespace VideoPoet.Core;

/// <summary>What every position of a sequence holds: the prefix that a task conditions on, then its output (paper Figure 3).</summary>
/// <remarks>
/// Prefix: <c>&lt;bos&gt;</c>, the task token, the format tokens, then text, visual and audio inputs, each between its markers. Output:
/// visual, then audio, each between its markers, then <c>&lt;eos&gt;</c>. What a task lacks is left out together with its markers.
/// </remarks>
public sealed record SequenceLayout
{
    private SequenceLayout(VideoFormat format, ValueList<Segment> segments)
    {
        Format = format;
        Segments = segments;
        Length = segments[^1].End;
        PrefixLength = segments.First(segment => segment.IsOutput).Start;
        Text = segments.OfType<TextSegment>().FirstOrDefault();
        VisualOutput = segments.OfType<VisualSegment>().FirstOrDefault(segment => segment.IsOutput);
        AudioOutput = segments.OfType<AudioSegment>().FirstOrDefault(segment => segment.IsOutput);
    }

    /// <summary>The format of the clip.</summary>
    public VideoFormat Format { get; }

    /// <summary>The segments, in order, without gaps.</summary>
    public ValueList<Segment> Segments { get; }

    /// <summary>The number of positions.</summary>
    public int Length { get; }

    /// <summary>The number of positions of the prefix, which all see one another.</summary>
    public int PrefixLength { get; }

    /// <summary>The number of positions after the prefix, each of which sees the prefix and what stands before it.</summary>
    public int OutputLength => Length - PrefixLength;

    /// <summary>The sequences that this one can share a batch with.</summary>
    public LengthGroup Group => new(PrefixLength, OutputLength, Format.Name);

    /// <summary>The slot for text; null when the sequence has none.</summary>
    public TextSegment? Text { get; }

    /// <summary>The visual output; null when there is none.</summary>
    public VisualSegment? VisualOutput { get; }

    /// <summary>The audio output; null when there is none.</summary>
    public AudioSegment? AudioOutput { get; }

    /// <summary>The segments that hold codes of a tokenizer, in order.</summary>
    public IEnumerable<Segment> CodeSegments => Segments.Where(segment => segment.Modality is Modality.Visual or Modality.Audio);

    /// <summary>The ids that are legal at every position, as runs in order.</summary>
    public IEnumerable<AllowedRun> AllowedRuns => Segments.SelectMany(segment => segment.AllowedRuns);

    /// <summary>How many positions are learnt: every output position that is not given.</summary>
    public int TargetCount => OutputLength - Segments.Sum(segment => segment.Given);

    /// <summary>A hash of what every position holds: equal for equal layouts, on any machine.</summary>
    public string Fingerprint => Core.Fingerprint.Of(string.Join('\n', Segments.Select(Describe)));

    /// <summary>Lays a task out.</summary>
    /// <param name="task">What the task conditions on and outputs.</param>
    /// <param name="format">The format of the clip.</param>
    /// <param name="vocabulary">The vocabulary, which must have the task's token and the format's tokens.</param>
    /// <exception cref="ArgumentException">The definition is not sound, the task cannot be done in the format, or a token is unknown.</exception>
    public static SequenceLayout Create(TaskDefinition task, VideoFormat format, UnifiedVocabulary vocabulary)
    {
        if (task.Problems().ToArray() is { Length: > 0 } problems)
            throw new ArgumentException($"the task is not sound: {string.Join(' ', problems)}", nameof(task));
        if (task.Misfit(format) is { } misfit)
            throw new ArgumentException($"{misfit}.", nameof(format));
        return new(format, new LayoutWriter(format, vocabulary).Write(task));
    }

    /// <summary>The segment that a position lies in.</summary>
    /// <param name="position">The position, from 0 to <see cref="Length"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequence has no such position.</exception>
    public Segment SegmentAt(int position)
    {
        if (position < 0 || position >= Length)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"the sequence has the positions 0 to {Length - 1}.");
        return Segments.First(segment => position < segment.End);
    }

    /// <summary>The ids that are legal at a position.</summary>
    /// <param name="position">The position.</param>
    public IdRange AllowedIds(int position) => SegmentAt(position).AllowedRuns.First(run => position < run.End).Ids;

    /// <summary>Where a position lies in the clip.</summary>
    /// <param name="position">The position.</param>
    public TokenCoordinates CoordinatesOf(int position) => SegmentAt(position).CoordinatesOf(position);

    /// <summary>Whether a position is learnt: an output that is not given. The position before it predicts it.</summary>
    /// <param name="position">The position.</param>
    public bool IsTarget(int position) => SegmentAt(position) is { IsOutput: true } segment && position >= segment.Start + segment.Given;

    /// <summary>Whether a position sees another: all see the prefix, save padding in the text slot, and outputs see what stands before them.</summary>
    /// <param name="query">The position that looks.</param>
    /// <param name="key">The position that is looked at.</param>
    /// <param name="textLength">How many text embeddings there are, from 0 to 64; the rest of the slot is padding.</param>
    public bool MayAttend(int query, int key, int textLength = UnifiedVocabulary.TextPositions) =>
        (key < PrefixLength || key <= query) && !(Text is { } text && key >= text.Start + textLength && key < text.End);

    /// <summary>Whether this sequence is how another begins, so that generation can go on from this one into the other.</summary>
    /// <param name="longer">The other sequence, such as that of a video where this one is an image.</param>
    public bool Begins(SequenceLayout longer) =>
        PrefixLength == longer.PrefixLength
        && Length <= longer.Length
        && Enumerable.Range(0, Length).All(position =>
            AllowedIds(position) == longer.AllowedIds(position) && CoordinatesOf(position) == longer.CoordinatesOf(position));

    /// <summary>The prefix length, the output length and the format.</summary>
    public override string ToString() => $"{PrefixLength} + {OutputLength} positions in {Format}";

    // Without the view's arguments: two kinds of mask fill the same positions.
    private static string Describe(Segment segment)
    {
        var view = segment switch
        {
            TextSegment text => text.View.Name,
            VisualSegment visual => $"{visual.View.Name} {visual.Shape}",
            AudioSegment audio => $"{audio.View.Name} {audio.Shape}",
            _ => "",
        };
        var runs = segment.AllowedRuns.Select(run => $"{run.Start}+{run.Length}:{run.Ids.Start}+{run.Ids.Count}");
        return $"{segment.GetType().Name} {(segment.IsOutput ? "output" : "prefix")} given={segment.Given} {view} {string.Join(' ', runs)}";
    }
}
