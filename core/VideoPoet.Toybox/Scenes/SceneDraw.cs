using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Draws scenes by chance: the same of the same numbers on every machine.</summary>
public static class SceneDraw
{
    private const double ShareOfTwo = 0.2;

    // Two objects stay in their lanes: those that move across in lanes above each other, those that move up and down in lanes side by side.
    private static readonly Motion[] Across = [Motion.Left, Motion.Right, Motion.Grow, Motion.Spin];
    private static readonly Motion[] UpAndDown = [Motion.Up, Motion.Down, Motion.Bounce, Motion.Grow, Motion.Spin];

    /// <summary>Draws a scene.</summary>
    /// <param name="seed">The seed of the dataset.</param>
    /// <param name="index">The number of the clip.</param>
    /// <param name="split">Which combinations may come.</param>
    /// <param name="objects">How many objects.</param>
    /// <param name="styles">The styles that may come, at least one.</param>
    public static Scene Draw(long seed, long index, Split split, ObjectCount objects, IReadOnlyList<Style> styles)
    {
        ArgumentNullException.ThrowIfNull(styles);
        var random = new CounterRandom(seed, index, 0);
        var background = Any<Background>(random);
        var style = styles[(int)random.NextBelow(styles.Count)];
        var isTwo = random.NextDouble() < ShareOfTwo;
        isTwo = objects == ObjectCount.Two || (objects == ObjectCount.Mixed && isTwo);
        return new(background, style, isTwo ? Two(random, split) : [One(random, split)]);
    }

    private static SceneObject One(CounterRandom random, Split split)
    {
        while (true)
        {
            var (shape, colour, motion) = (Any<Shape>(random), Any<Colour>(random), Any<Motion>(random));
            if (split.Has(shape, colour, motion))
                return Placed(random, new(shape, colour, motion, Any<Speed>(random), Lane.Whole));
        }
    }

    // Two that could be taken for each other would leave the caption open.
    private static ValueList<SceneObject> Two(CounterRandom random, Split split)
    {
        var isAcross = random.NextBelow(2) == 0;
        var motions = isAcross ? Across : UpAndDown;
        while (true)
        {
            var (shape, other) = (Any<Shape>(random), Any<Shape>(random));
            var (colour, otherColour) = (Any<Colour>(random), Any<Colour>(random));
            var (motion, otherMotion) = (motions[random.NextBelow(motions.Length)], motions[random.NextBelow(motions.Length)]);
            if (shape == other || colour == otherColour || !split.Has(shape, colour, motion) || !split.Has(other, otherColour, otherMotion))
                continue;
            return
            [
                Placed(random, new(shape, colour, motion, Any<Speed>(random), isAcross ? Lane.UpperHalf : Lane.LeftHalf)),
                Placed(random, new(other, otherColour, otherMotion, Any<Speed>(random), isAcross ? Lane.LowerHalf : Lane.RightHalf)),
            ];
        }
    }

    private static SceneObject Placed(CounterRandom random, SceneObject drawn) => drawn with
    {
        Across = random.NextDouble(),
        Down = random.NextDouble(),
        Phase = random.NextDouble(),
        Clockwise = random.NextBelow(2) == 0,
    };

    private static T Any<T>(CounterRandom random)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[random.NextBelow(values.Length)];
    }
}
