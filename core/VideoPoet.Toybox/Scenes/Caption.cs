using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Says what a scene shows: always shape, colour, motion and background, the style where it is not flat, and sometimes the speed.</summary>
public static class Caption
{
    // Another purpose of the same numbers as the scene's own.
    private const int Item = 1;

    /// <summary>Says what a scene shows.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="seed">The seed of the dataset.</param>
    /// <param name="index">The number of the clip; with the seed it chooses the words.</param>
    public static string Of(Scene scene, long seed, long index)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var random = new CounterRandom(seed, index, Item);
        return scene.Style == Style.Flat ? Plain(scene, random) : InStyle(scene, random);
    }

    private static string Plain(Scene scene, CounterRandom random)
    {
        var place = PlaceOf(scene.Background);
        return random.NextBelow(4) switch
        {
            0 or 1 => $"{Things(scene, random, Doing)} {place}",
            2 => $"{place} {Things(scene, random, Doing)}",
            _ => $"{Things(scene, random, Being)} {place}",
        };
    }

    private static string InStyle(Scene scene, CounterRandom random)
    {
        var (kind, manner, word) = scene.Style switch
        {
            Style.Sketch => (Any(random, "a pencil sketch", "a sketch"), "as a sketch", "a sketch"),
            Style.Neon => (Any(random, "a neon picture", "a neon sign"), "in neon", "neon"),
            _ => (Any(random, "a watercolour", "a watercolour painting"), "in watercolour", "watercolour"),
        };
        var place = PlaceOf(scene.Background);
        return random.NextBelow(3) switch
        {
            0 => $"{kind} of {Things(scene, random, Being)} {place}",
            1 => $"{Things(scene, random, Doing)} {place}, {manner}",
            _ => $"{word}: {Things(scene, random, Doing)} {place}",
        };
    }

    private static string Things(Scene scene, CounterRandom random, Func<SceneObject, CounterRandom, string> say) =>
        string.Join(" and ", scene.Objects.Select(thing => say(thing, random)));

    private static string Doing(SceneObject thing, CounterRandom random) => $"{Named(thing)} {Verb(thing.Motion, random)[0]}{Manner(thing, random)}";

    private static string Being(SceneObject thing, CounterRandom random) => $"{Named(thing)} {Verb(thing.Motion, random)[1]}{Manner(thing, random)}";

    private static string Named(SceneObject thing) =>
        $"{(thing.Colour == Colour.Orange ? "an" : "a")} {WordOf(thing.Colour)} {WordOf(thing.Shape)}";

    private static string Manner(SceneObject thing, CounterRandom random) =>
        random.NextBelow(3) > 0 ? "" : thing.Speed == Speed.Slow ? " slowly" : " quickly";

    // What it does, and what it is doing.
    private static string[] Verb(Motion motion, CounterRandom random)
    {
        string[][] verbs = motion switch
        {
            Motion.Left => [["moves left", "moving left"], ["goes to the left", "going to the left"]],
            Motion.Right => [["moves right", "moving right"], ["goes to the right", "going to the right"]],
            Motion.Up => [["moves up", "moving up"], ["rises", "rising"]],
            Motion.Down => [["moves down", "moving down"], ["sinks", "sinking"]],
            Motion.Bounce => [["bounces", "bouncing"]],
            Motion.Orbit => [["moves in a circle", "moving in a circle"], ["circles around", "circling around"]],
            Motion.Grow => [["grows", "growing"], ["gets bigger", "getting bigger"]],
            _ => [["spins", "spinning"], ["turns around", "turning around"]],
        };
        return verbs[random.NextBelow(verbs.Length)];
    }

    private static string PlaceOf(Background background) => background switch
    {
        Background.Floor => "on a blue floor",
        Background.Meadow => "on a green meadow",
        Background.Beach => "on a sandy beach",
        Background.Street => "on a grey street",
        Background.Table => "on a wooden table",
        _ => "under a night sky",
    };

    private static string Any(CounterRandom random, params ReadOnlySpan<string> words) => words[(int)random.NextBelow(words.Length)];

    private static string WordOf(Enum value) => value.ToString().ToLowerInvariant();
}
