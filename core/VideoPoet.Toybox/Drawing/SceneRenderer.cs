using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>Draws the frames of a scene, at any size and rate; the same bytes on every machine.</summary>
public static class SceneRenderer
{
    /// <summary>Draws frames.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="frames">How many, at least 1.</param>
    /// <param name="framesPerSecond">The rate, above 0, at most 1,000.</param>
    /// <param name="firstFrame">Which frame of the scene is the first.</param>
    public static PixelFrames Draw(
        Scene scene, int width, int height, int frames, double framesPerSecond = VideoFormat.FramesPerSecond, int firstFrame = 0)
    {
        var camera = new SceneCamera(scene, width, height, framesPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstFrame);
        var behind = Backdrop.Paint(scene.Background, scene.Style, width, height);
        var pixels = new byte[checked(frames * behind.Length)];
        for (var frame = 0; frame < frames; frame++)
        {
            var picture = pixels.AsMemory(frame * behind.Length, behind.Length);
            behind.CopyTo(picture);
            // The first object is the nearest.
            for (var thing = scene.Objects.Count - 1; thing >= 0; thing--)
                Paint(camera, scene.Objects[thing], scene.Style, camera.Paths[thing].At((firstFrame + frame) / framesPerSecond), picture);
        }
        return new(pixels, height, width);
    }

    private static void Paint(SceneCamera camera, SceneObject thing, Style style, Pose pose, Memory<byte> picture)
    {
        var ink = new Ink(thing.Colour, style, camera.Unit);
        camera.Visit(pose, Ink.Spread(style), (row, column, x, y) =>
        {
            var pixel = picture.Span.Slice((row * camera.Width + column) * PixelFrames.Channels, PixelFrames.Channels);
            var distance = Outline.Distance(thing.Shape, x / pose.Radius, y / pose.Radius) * pose.Radius;
            ink.Over(Rgb.Read(pixel), distance, x, y).Write(pixel);
        });
    }
}
