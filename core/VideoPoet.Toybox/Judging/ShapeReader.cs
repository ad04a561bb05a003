using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>
/// Reads an object's shape by drawing it: every shape in every orientation is drawn where the object is, in its colour and style, and what differs
/// least from the frame is the shape, if it differs little.
/// </summary>
internal static class ShapeReader
{
    // The share of an object's contrast that may be left over. A blob leaves more, whatever is drawn.
    private const double MostLeft = 0.3, FitsWell = 0.08;

    // How much less than the second best the best must leave.
    private const double Lead = 0.9;

    private const int LookedFrames = 3, Refined = 3, Turns = 14, AllTurns = 30;

    // A region is a little larger than its object, and more so where a hole is hardly seen.
    private static readonly double[] RegionScales = [0.82, 0.91];

    private const double RadiusStep = 0.06, PlaceStep = 0.01, TurnStep = 0.03, FineTurn = 0.008;

    private static readonly Shape[] Shapes = Enum.GetValues<Shape>();

    /// <summary>The shape; null when it is none.</summary>
    /// <param name="track">The object.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="backdrop">What is behind it.</param>
    public static Shape? Read(IReadOnlyList<Region> track, Colour colour, SeenBackdrop backdrop)
    {
        var whole = track.Where(region => !region.IsCut).ToArray();
        var looked = Spread(whole.Length > 0 ? whole : [.. track]);
        var left = new double[Shapes.Length];
        foreach (var region in looked)
        {
            var drawing = new TrialDrawing(region, colour, backdrop);
            // Most objects are upright; only where none fits so, every orientation is tried.
            var begun = Array.ConvertAll(Shapes, shape => Begin(drawing, shape, region, turns: 1));
            if (begun.Min(fit => fit.Left) > FitsWell)
                begun = Array.ConvertAll(Shapes, shape => Begin(drawing, shape, region, Turns));
            var limit = begun.Select(fit => fit.Left).Order().ElementAt(Refined - 1);
            for (var shape = 0; shape < Shapes.Length; shape++)
                left[shape] += (begun[shape].Left <= limit ? Refine(drawing, Shapes[shape], begun[shape]) : begun[shape].Left) / looked.Length;
        }
        var order = Enumerable.Range(0, Shapes.Length).OrderBy(shape => left[shape]).ToArray();
        return left[order[0]] <= MostLeft && left[order[0]] <= Lead * left[order[1]] ? Shapes[order[0]] : null;
    }

    // The largest few, since they show most; spread over time.
    private static Region[] Spread(Region[] regions)
    {
        Region[] large = [.. regions.OrderByDescending(region => region.Area).Take((regions.Length + 1) / 2).OrderBy(region => region.Frame)];
        return large.Length <= LookedFrames
            ? large
            : [.. Enumerable.Range(0, LookedFrames).Select(number => large[number * (large.Length - 1) / (LookedFrames - 1)])];
    }

    /// <summary>How far an object of a known shape is turned, turns.</summary>
    /// <param name="region">The object in a frame.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="backdrop">What is behind it.</param>
    public static double TurnOf(Region region, Shape shape, Colour colour, SeenBackdrop backdrop)
    {
        var drawing = new TrialDrawing(region, colour, backdrop);
        var begun = Begin(drawing, shape, region, AllTurns).Pose;
        return new[] { -2, -1, 0, 1, 2 }
            .Select(step => begun with { Turn = begun.Turn + FineTurn * step })
            .MinBy(pose => drawing.LeftOf(shape, pose)).Turn;
    }

    private static (Pose Pose, double Left) Begin(TrialDrawing drawing, Shape shape, Region region, int turns)
    {
        var radius = Math.Sqrt(region.Area / AreaOf(shape));
        return Enumerable.Range(0, turns)
            .SelectMany(turn => RegionScales.Select(scale => new Pose(region.X, region.Y, scale * radius, (double)turn / turns)))
            .Select(pose => (pose, Left: drawing.LeftOf(shape, pose)))
            .MinBy(pair => pair.Left);
    }

    private static double Refine(TrialDrawing drawing, Shape shape, (Pose Pose, double Left) begun)
    {
        var (best, least) = begun;
        for (var scale = 1.0; scale > 0.2; scale /= 2)
        {
            Pose[] near =
            [
                best with { X = best.X - PlaceStep * scale }, best with { X = best.X + PlaceStep * scale },
                best with { Y = best.Y - PlaceStep * scale }, best with { Y = best.Y + PlaceStep * scale },
                best with { Radius = best.Radius * (1 - RadiusStep * scale) }, best with { Radius = best.Radius * (1 + RadiusStep * scale) },
                best with { Turn = best.Turn - TurnStep * scale }, best with { Turn = best.Turn + TurnStep * scale },
            ];
            foreach (var pose in near)
            {
                var left = drawing.LeftOf(shape, pose);
                if (left < least)
                    (best, least) = (pose, left);
            }
        }
        return least;
    }

    // Of a radius of 1.
    private static double AreaOf(Shape shape) => shape switch
    {
        Shape.Ball => 2.96,
        Shape.Box => 2.69,
        Shape.Triangle => 1.72,
        Shape.Star => 1.71,
        Shape.Cross => 2.2,
        _ => 2.41,
    };
}
