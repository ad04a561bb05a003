using VideoPoet.Toybox;

namespace VideoPoet.Tests;

/// <summary>Scenes that tests look at.</summary>
internal static class Scenes
{
    public static ToyboxClips Of(int clips, int seed, Split split = Split.All, ObjectCount objects = ObjectCount.Mixed) =>
        new(new() { Clips = clips, Seed = seed, Split = split, Objects = objects });

    /// <summary>A flat scene of one object in the middle of what its motion leaves free.</summary>
    public static Scene One(Motion motion, Shape shape = Shape.Star, Speed speed = Speed.Fast) => new(
        Background.Floor,
        Style.Flat,
        [new(shape, Colour.Red, motion, speed, Lane.Whole) { Across = 0.5, Down = 0.5, Phase = 0.3, Clockwise = true }]);
}
