using VideoPoet.Toybox;

namespace VideoPoet.TrainerHost.Toybox;

/// <summary>What a clip shows.</summary>
internal sealed record SceneListing(
    string Caption, string Background, string Style, IReadOnlyList<ObjectListing> Objects, IReadOnlyList<double> BounceSeconds)
{
    public static SceneListing Of(Scene scene, string caption, SceneTruth truth) => new(
        caption,
        Words.Of<Background>(scene.Background),
        Words.Of<Style>(scene.Style),
        [.. scene.Objects.Select((thing, number) => ObjectListing.Of(thing, number + 1, truth))],
        [.. truth.Bounces]);
}

/// <summary>What an object of a clip is, and the box around it in each frame: left, top, right and bottom, pixels; null where it is away.</summary>
internal sealed record ObjectListing(string Shape, string Colour, string Motion, string Speed, IReadOnlyList<int[]?> Boxes)
{
    public static ObjectListing Of(SceneObject thing, int number, SceneTruth truth) => new(
        Words.Of<Shape>(thing.Shape),
        Words.Of<Colour>(thing.Colour),
        Words.Of<Motion>(thing.Motion),
        Words.Of<Speed>(thing.Speed),
        [.. Enumerable.Range(0, truth.Frames).Select(frame => BoxOf(number, frame, truth))]);

    private static int[]? BoxOf(int number, int frame, SceneTruth truth)
    {
        var area = truth.Width * truth.Height;
        var mask = truth.Masks.Slice(frame * area, area).ToArray();
        var pixels = Enumerable.Range(0, area).Where(pixel => mask[pixel] == number).ToArray();
        if (pixels.Length == 0)
            return null;
        var columns = Array.ConvertAll(pixels, pixel => pixel % truth.Width);
        return [columns.Min(), pixels[0] / truth.Width, columns.Max() + 1, pixels[^1] / truth.Width + 1];
    }
}
