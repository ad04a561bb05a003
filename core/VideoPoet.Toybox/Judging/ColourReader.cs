using System.Collections.Concurrent;
using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Reads an object's colour: the mean of what differs most from the background, beside that of objects of every colour.</summary>
internal static class ColourReader
{
    // What lies in between two colours is farther from both than a colour that a tokenizer changed.
    private const double Farthest = 62;

    private const double CoreShare = 0.4;
    private const int ReferenceSize = 64;

    private static readonly ConcurrentDictionary<(Background, Style), (Colour Colour, Rgb Mean)[]> Known = [];

    /// <summary>The colour; null when it is none.</summary>
    /// <param name="track">The object.</param>
    /// <param name="backdrop">What is behind it.</param>
    public static Colour? Read(IReadOnlyList<Region> track, SeenBackdrop backdrop)
    {
        var means = track.Select(region => Core(region, backdrop.Picture)).ToArray();
        var mean = new Rgb(Median(means, mean => mean.Red), Median(means, mean => mean.Green), Median(means, mean => mean.Blue));
        var (colour, known) = Of(backdrop.Background, backdrop.Style).MinBy(reference => reference.Mean.DistanceTo(mean));
        return known.DistanceTo(mean) <= Farthest ? colour : null;
    }

    private static double Median(Rgb[] means, Func<Rgb, double> channel) => Statistics.Median(means.Select(channel));

    private static Rgb Core(Region region, Raster backdrop)
    {
        var core = region.Pixels
            .OrderByDescending(pixel => region.Picture.DistanceTo(backdrop, pixel))
            .Take(Math.Max(1, (int)(CoreShare * region.Pixels.Count)))
            .Select(region.Picture.At)
            .ToArray();
        return core.Aggregate((sum, colour) => sum.Plus(colour)).Times(1.0 / core.Length);
    }

    // Seen in the middle of the frame, and above and below it, as objects are.
    private static (Colour Colour, Rgb Mean)[] Of(Background background, Style style) => Known.GetOrAdd((background, style), static key =>
    [
        .. from colour in Enum.GetValues<Colour>()
           from shape in Enum.GetValues<Shape>()
           from down in new[] { 0.0, 1.0 }
           select (colour, Reference(key.Item1, key.Item2, colour, shape, down)),
    ]);

    private static Rgb Reference(Background background, Style style, Colour colour, Shape shape, double down)
    {
        var thing = new SceneObject(shape, colour, Motion.Left, Speed.Slow, Lane.Whole) { Across = 0.5, Down = down };
        var frames = SceneRenderer.Draw(new(background, style, [thing]), ReferenceSize, ReferenceSize, 1);
        var behind = Raster.Of(new(Backdrop.Paint(background, style, ReferenceSize, ReferenceSize), ReferenceSize, ReferenceSize), 0, 1);
        return Core(RegionReader.Read(0, Raster.Of(frames, 0, 1), behind)[0], behind);
    }
}
