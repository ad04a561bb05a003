using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>What is exactly known of the frames of a scene.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Frames">Frames.</param>
public sealed record SceneTruth(int Height, int Width, int Frames)
{
    /// <summary>What each pixel's centre shows, [frames, height, width]: 0 is the background, 1 the first object, 2 the second.</summary>
    public required ReadOnlyMemory<byte> Masks { get; init; }

    /// <summary>
    /// How far away it is, [frames, height, width]: objects are at 1 and 1.25, the ground comes from 4 at the horizon to 1.5 at the lower edge, and
    /// the wall is at 4.
    /// </summary>
    public required ReadOnlyMemory<float> Depth { get; init; }

    /// <summary>
    /// How far what a pixel's centre shows has moved in the next frame, pixels to the right and down, [frames, height, width, 2]; the background
    /// stands still. What leaves at one edge goes on there, though it comes in at the other.
    /// </summary>
    public required ReadOnlyMemory<float> Flow { get; init; }

    /// <summary>When an object touches the ground, seconds from the first frame, in order.</summary>
    public required ValueList<double> Bounces { get; init; }

    /// <summary>Computes the truth.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="frames">How many, at least 1.</param>
    /// <param name="framesPerSecond">The rate, above 0, at most 1,000.</param>
    /// <param name="firstFrame">Which frame of the scene is the first.</param>
    public static SceneTruth Of(
        Scene scene, int width, int height, int frames, double framesPerSecond = VideoFormat.FramesPerSecond, int firstFrame = 0)
    {
        var camera = new SceneCamera(scene, width, height, framesPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstFrame);
        var area = width * height;
        var (masks, depth, flow) = (new byte[frames * area], new float[frames * area], new float[frames * area * 2]);
        for (var frame = 0; frame < frames; frame++)
        {
            FillDepth(depth.AsSpan(frame * area, area), width, height);
            for (var thing = scene.Objects.Count - 1; thing >= 0; thing--)
                Add(camera, scene.Objects[thing].Shape, thing, (firstFrame, frame), (masks, depth, flow));
        }
        var (start, end) = (firstFrame / framesPerSecond, (firstFrame + frames) / framesPerSecond);
        return new(height, width, frames)
        {
            Masks = masks,
            Depth = depth,
            Flow = flow,
            Bounces = SceneSound.Bounces(scene, end).Where(bounce => bounce >= start).Select(bounce => bounce - start).ToValueList(),
        };
    }

    private static void Add(
        SceneCamera camera, Shape shape, int thing, (int First, int Place) frame, (byte[] Masks, float[] Depth, float[] Flow) truth)
    {
        const double Nearest = 1, Between = 0.25;
        var number = frame.First + frame.Place;
        var (time, next) = (number / camera.FramesPerSecond, (number + 1) / camera.FramesPerSecond);
        var (here, there) = (camera.Paths[thing].At(time), camera.Paths[thing].At(next, cycle: time));
        var (sine, cosine) = (Exact.Sin(there.Turn), Exact.Cos(there.Turn));
        var larger = there.Radius / here.Radius;
        camera.Visit(here, 0, (row, column, x, y) =>
        {
            if (Outline.Distance(shape, x / here.Radius, y / here.Radius) > 0)
                return;
            var pixel = (frame.Place * camera.Height + row) * camera.Width + column;
            truth.Masks[pixel] = (byte)(thing + 1);
            truth.Depth[pixel] = (float)(Nearest + Between * thing);
            var (newX, newY) = (there.X + larger * (cosine * x - sine * y), there.Y + larger * (sine * x + cosine * y));
            truth.Flow[2 * pixel] = (float)(newX * camera.Unit - (column + 0.5));
            truth.Flow[2 * pixel + 1] = (float)(newY * camera.Unit - (row + 0.5));
        });
    }

    private static void FillDepth(Span<float> depth, int width, int height)
    {
        const double Wall = 4, LowerEdge = 1.5;
        for (var row = 0; row < height; row++)
        {
            var below = Math.Max(0, ((row + 0.5) / height - Backdrop.Horizon) / (1 - Backdrop.Horizon));
            depth.Slice(row * width, width).Fill((float)(Wall + (LowerEdge - Wall) * below));
        }
    }
}
