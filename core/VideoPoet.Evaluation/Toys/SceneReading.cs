using VideoPoet.Core;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>Holds what the judge reads in a clip against the scene that it should show.</summary>
/// <param name="scene">The scene.</param>
/// <param name="verdict">What was read.</param>
internal sealed class SceneReading(Scene scene, Verdict verdict)
{
    private readonly (SceneObject Shown, SeenObject? Seen)[] _pairs = Matched(scene.Objects, verdict.Objects);

    /// <summary>How many objects have the right shape.</summary>
    public Mark Shape => Of(pair => pair.Shown.Shape == pair.Seen?.Shape);

    /// <summary>How many have the right colour.</summary>
    public Mark Colour => Of(pair => pair.Shown.Colour == pair.Seen?.Colour);

    /// <summary>How many have both.</summary>
    public Mark Identity => Of(pair => pair.Shown.Shape == pair.Seen?.Shape && pair.Shown.Colour == pair.Seen?.Colour);

    /// <summary>How many move as they should.</summary>
    public Mark Motion => Of(pair => pair.Shown.Motion == pair.Seen?.Motion);

    /// <summary>Whether the background is right.</summary>
    public Mark Background => Mark.Of(scene.Background == verdict.Background);

    /// <summary>Whether the style is right.</summary>
    public Mark Style => Mark.Of(scene.Style == verdict.Style);

    /// <summary>Whether there are the timbres of the scene's shapes, and no others.</summary>
    public Mark Timbre => Mark.Of(verdict.Timbres is { } heard && heard.Order().SequenceEqual(scene.Objects.Select(thing => thing.Shape).Order()));

    /// <summary>The marks of some clicks.</summary>
    /// <param name="seconds">How long the clip is.</param>
    /// <returns>How many touches of the ground are heard within one frame; and, where there is none, whether none is heard.</returns>
    public (Mark Clicks, Mark NoClicks) Clicks(double seconds)
    {
        // Within one frame. The end of a click that begins later is all that there would be to hear.
        const double Near = 1.0 / VideoFormat.FramesPerSecond, Unheard = 0.02;
        var bounces = SceneSound.Bounces(scene, seconds - Unheard);
        var heard = verdict.Clicks ?? [];
        return bounces.Count == 0
            ? (new(0, 0), Mark.Of(heard.Count == 0))
            : (new(bounces.Count(bounce => heard.Any(click => Math.Abs(click - bounce) <= Near)), bounces.Count), new(0, 0));
    }

    private Mark Of(Func<(SceneObject Shown, SeenObject? Seen), bool> isRight) => new(_pairs.Count(isRight), _pairs.Length);

    // The first object is not always the one that the judge names first.
    private static (SceneObject Shown, SeenObject? Seen)[] Matched(ValueList<SceneObject> shown, ValueList<SeenObject> seen)
    {
        var (inOrder, swapped) = (Pairs(seen), Pairs(seen.Reverse()));
        return inOrder.Sum(Alike) >= swapped.Sum(Alike) ? inOrder : swapped;

        (SceneObject Shown, SeenObject? Seen)[] Pairs(IEnumerable<SeenObject> objects) =>
            [.. shown.Zip(objects.Cast<SeenObject?>().Concat(Enumerable.Repeat<SeenObject?>(null, shown.Count)))];

        static int Alike((SceneObject Shown, SeenObject? Seen) pair) =>
            (pair.Shown.Shape == pair.Seen?.Shape ? 1 : 0) + (pair.Shown.Colour == pair.Seen?.Colour ? 1 : 0)
            + (pair.Shown.Motion == pair.Seen?.Motion ? 1 : 0);
    }
}
