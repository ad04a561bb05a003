using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>How well the judge reads clips whose truth is known.</summary>
public sealed class JudgeTrial
{
    // Within one frame.
    private const double Near = 1.0 / VideoFormat.FramesPerSecond;

    // The end of a click that begins later is all that there would be to hear.
    private const double Unheard = 0.02;

    /// <summary>The names of the attributes, in their order.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
        ["background", "style", "objects", "shape", "colour", "motion", "timbre", "clicks"];

    /// <summary>What was shown and what was read, by attribute; of clicks, which were heard, and which there were not.</summary>
    public IReadOnlyDictionary<string, Confusions> Read { get; } = Attributes.ToDictionary(name => name, _ => new Confusions());

    /// <summary>Judges clips, several at a time.</summary>
    /// <param name="clips">The clips.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="frames">How many frames of each.</param>
    /// <param name="change">Makes the frames of a clip of a number worse; null leaves them.</param>
    /// <param name="threads">How many clips are judged at a time; null for as many as there are processors.</param>
    /// <param name="progress">Is told how many clips are judged, and of how many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static JudgeTrial Of(
        ToyboxClips clips, int width, int height, int frames, Func<int, PixelFrames, PixelFrames>? change = null, int? threads = null,
        IProgress<(int Done, int All)>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clips);
        var trial = new JudgeTrial();
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, clips.Count, options, index =>
        {
            var scene = clips.SceneOf(index);
            var drawn = SceneRenderer.Draw(scene, width, height, frames);
            var samples = frames * (VideoFormat.SampleRateHz / VideoFormat.FramesPerSecond);
            var verdict = Judge.Read(change is null ? drawn : change(index, drawn), SceneSound.Play(scene, samples));
            lock (trial)
                trial.Add(scene, frames, verdict);
            progress?.Report((Interlocked.Increment(ref done), clips.Count));
        });
        return trial;
    }

    /// <summary>Compares a verdict with what was shown.</summary>
    /// <param name="scene">What was shown.</param>
    /// <param name="frames">How many frames of it.</param>
    /// <param name="verdict">What was read.</param>
    public void Add(Scene scene, int frames, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(verdict);
        Read["background"].Add(scene.Background, verdict.Background);
        Read["style"].Add(scene.Style, verdict.Style);
        Read["objects"].Add(scene.Objects.Count, verdict.Objects.Count);
        foreach (var (shown, seen) in Matched(scene.Objects, verdict.Objects))
        {
            Read["shape"].Add(shown.Shape, seen?.Shape);
            Read["colour"].Add(shown.Colour, seen?.Colour);
            Read["motion"].Add(shown.Motion, seen?.Motion);
        }
        if (verdict.Timbres is { } timbres)
            Read["timbre"].Add(Together(scene.Objects.Select(thing => thing.Shape)), timbres.Count == 0 ? null : Together(timbres));
        if (verdict.Clicks is { } clicks)
            AddClicks(scene, (double)frames / VideoFormat.FramesPerSecond, clicks);
    }

    // The first object is not always the one that the judge names first.
    private static IEnumerable<(SceneObject Shown, SeenObject? Seen)> Matched(ValueList<SceneObject> shown, ValueList<SeenObject> seen)
    {
        var inOrder = Pairs(shown, seen);
        var swapped = Pairs(shown, seen.Reverse());
        return inOrder.Sum(Alike) >= swapped.Sum(Alike) ? inOrder : swapped;

        static (SceneObject Shown, SeenObject? Seen)[] Pairs(IEnumerable<SceneObject> shown, IEnumerable<SeenObject> seen) =>
            [.. shown.Zip(seen.Cast<SeenObject?>().Concat(Enumerable.Repeat<SeenObject?>(null, 2)))];

        static int Alike((SceneObject Shown, SeenObject? Seen) pair) =>
            (pair.Shown.Shape == pair.Seen?.Shape ? 1 : 0) + (pair.Shown.Colour == pair.Seen?.Colour ? 1 : 0)
            + (pair.Shown.Motion == pair.Seen?.Motion ? 1 : 0);
    }

    private static string Together(IEnumerable<Shape> shapes) => string.Join('+', shapes.Order());

    private void AddClicks(Scene scene, double seconds, ValueList<double> heard)
    {
        var bounces = SceneSound.Bounces(scene, seconds - Unheard);
        foreach (var bounce in bounces)
            Read["clicks"].Add("click", heard.Any(click => Math.Abs(click - bounce) <= Near) ? "click" : null);
        foreach (var click in heard)
        {
            if (!bounces.Any(bounce => Math.Abs(click - bounce) <= Near))
                Read["clicks"].Add(Confusions.None, "click");
        }
        if (bounces.Count == 0 && heard.Count == 0)
            Read["clicks"].Add(Confusions.None, null);
    }
}
