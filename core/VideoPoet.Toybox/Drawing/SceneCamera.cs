namespace VideoPoet.Toybox;

/// <summary>The frame that a scene is seen in.</summary>
internal sealed class SceneCamera
{
    public SceneCamera(Scene scene, int width, int height, double framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (!(framesPerSecond is > 0 and <= 1_000))
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "the rate must be above 0 and at most 1,000.");
        (Width, Height, FramesPerSecond) = (width, height, framesPerSecond);
        Unit = Math.Min(width, height);
        Paths = [.. scene.Objects.Select(thing => new ObjectPath(thing, width / Unit, height / Unit))];
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Frames a second.</summary>
    public double FramesPerSecond { get; }

    /// <summary>The pixels of the shorter edge.</summary>
    public double Unit { get; }

    /// <summary>Where each object is.</summary>
    public IReadOnlyList<ObjectPath> Paths { get; }

    /// <summary>Visits the pixels that an object may cover or shine on.</summary>
    /// <param name="pose">Where the object is.</param>
    /// <param name="spread">How far it reaches beyond its outline, in lengths of the shorter edge.</param>
    /// <param name="visit">Takes row and column, and where its centre is on the object, in lengths of the shorter edge.</param>
    public void Visit(Pose pose, double spread, VisitPixel visit)
    {
        var reach = pose.Radius * Outline.Reach + spread + 1 / Unit;
        var (top, bottom) = Range(pose.Y, reach, Height);
        var (left, right) = Range(pose.X, reach, Width);
        var (sine, cosine) = (Exact.Sin(pose.Turn), Exact.Cos(pose.Turn));
        for (var row = top; row < bottom; row++)
        {
            var down = (row + 0.5) / Unit - pose.Y;
            for (var column = left; column < right; column++)
            {
                var across = (column + 0.5) / Unit - pose.X;
                visit(row, column, cosine * across + sine * down, cosine * down - sine * across);
            }
        }
    }

    private (int First, int End) Range(double centre, double reach, int length) => (
        (int)Math.Clamp(Math.Floor((centre - reach) * Unit), 0, length), (int)Math.Clamp(Math.Ceiling((centre + reach) * Unit), 0, length));
}

/// <summary>Takes a pixel, and where it is on an object.</summary>
internal delegate void VisitPixel(int row, int column, double x, double y);
