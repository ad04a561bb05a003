namespace VideoPoet.Toybox;

/// <summary>The outlines of the shapes, for a radius of 1.</summary>
internal static class Outline
{
    /// <summary>No point of a shape is farther from its centre.</summary>
    public const double Reach = 1.16;

    private const double Ball = 0.97, Box = 0.82, Triangle = 1.15, BarLength = 1, BarWidth = 0.33, RingMiddle = 0.71, RingWidth = 0.27;
    private const double StarOuter = 1.12, StarInner = 0.52;

    private static readonly (double X, double Y)[] Star = [.. Enumerable.Range(0, 10).Select(corner =>
    {
        var reach = corner % 2 == 0 ? StarOuter : StarInner;
        return (reach * Exact.Sin(corner / 10.0), -reach * Exact.Cos(corner / 10.0));
    })];

    // Outward normals of an equilateral triangle that stands on an edge.
    private static readonly (double X, double Y)[] Edges = [.. Enumerable.Range(0, 3).Select(edge =>
        (Exact.Sin(edge / 3.0 + 0.5), -Exact.Cos(edge / 3.0 + 0.5)))];

    /// <summary>How far a point is outside a shape, negative within it; beyond corners at least about as far as it says.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="x">From its centre to the right.</param>
    /// <param name="y">From its centre downwards.</param>
    public static double Distance(Shape shape, double x, double y) => shape switch
    {
        Shape.Ball => Math.Sqrt(x * x + y * y) - Ball,
        Shape.Box => Math.Max(Math.Abs(x), Math.Abs(y)) - Box,
        Shape.Triangle => Math.Max(
            Math.Max(Edges[0].X * x + Edges[0].Y * y, Edges[1].X * x + Edges[1].Y * y), Edges[2].X * x + Edges[2].Y * y) - Triangle / 2,
        Shape.Star => ToPolygon(Star, x, y),
        Shape.Cross => Math.Min(
            Math.Max(Math.Abs(x) - BarLength, Math.Abs(y) - BarWidth), Math.Max(Math.Abs(x) - BarWidth, Math.Abs(y) - BarLength)),
        _ => Math.Abs(Math.Sqrt(x * x + y * y) - RingMiddle) - RingWidth,
    };

    /// <summary>In how many orientations a shape's outline looks the same; 1 of those whose outline does not show that they turn.</summary>
    public static int SymmetryOf(Shape shape) => shape switch
    {
        Shape.Box or Shape.Cross => 4,
        Shape.Triangle => 3,
        Shape.Star => 5,
        _ => 1,
    };

    // The nearest edge, and by the crossings of a ray to the right whether the point lies within.
    private static double ToPolygon((double X, double Y)[] corners, double x, double y)
    {
        var nearest = double.MaxValue;
        var isWithin = false;
        var (fromX, fromY) = corners[^1];
        foreach (var (toX, toY) in corners)
        {
            var (edgeX, edgeY) = (toX - fromX, toY - fromY);
            var along = Math.Clamp(((x - fromX) * edgeX + (y - fromY) * edgeY) / (edgeX * edgeX + edgeY * edgeY), 0, 1);
            var (awayX, awayY) = (x - fromX - along * edgeX, y - fromY - along * edgeY);
            nearest = Math.Min(nearest, awayX * awayX + awayY * awayY);
            if (fromY > y != toY > y && x < fromX + (y - fromY) / edgeY * edgeX)
                isWithin = !isWithin;
            (fromX, fromY) = (toX, toY);
        }
        return isWithin ? -Math.Sqrt(nearest) : Math.Sqrt(nearest);
    }
}
