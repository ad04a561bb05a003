namespace VideoPoet.Toybox;

/// <summary>Reads how an object moves from where it is, how large it is and how far it is turned, frame after frame.</summary>
internal static class MotionReader
{
    private const int FewestFrames = 4;

    // In lengths of the shorter edge: what stays closer stands still. The slowest motion goes 0.015 in a frame.
    private const double Still = 0.055, SlowestStep = 0.007;

    // A jump from one edge to the other is no step.
    private const double LongestStep = 0.25;

    // How much of a straight motion goes aside, and how many of its steps go forward.
    private const double MostAside = 0.3, MostlyForward = 0.75;

    // The slowest growth is 1.3 % of the radius in a frame, and the slowest turn 10 degrees.
    private const double SlowestGrowth = 0.006, SmallestTurn = 4 / 360.0, LargestTurn = 35 / 360.0;
    private const double MostlyLarger = 0.6, MostlyOneWay = 0.7;

    /// <summary>The motion; null when it is none.</summary>
    /// <param name="track">The object.</param>
    /// <param name="turnOf">How far it is turned in a frame, turns; null of what has no shape that could be seen to turn.</param>
    /// <param name="symmetry">In how many orientations its outline looks the same.</param>
    public static Motion? Read(IReadOnlyList<Region> track, Func<Region, double>? turnOf, int symmetry)
    {
        var whole = track.Where(region => !region.IsCut).ToArray();
        // What stands still is in the same place in every frame, be it at an edge or not.
        var seen = whole.Length >= FewestFrames && !StandsStill([.. track]) ? whole : [.. track];
        if (seen.Length < FewestFrames)
            return null;
        var steps = seen.Zip(seen.Skip(1))
            .Where(pair => pair.Second.Frame == pair.First.Frame + 1)
            .Select(pair => (X: pair.Second.X - pair.First.X, Y: pair.Second.Y - pair.First.Y, pair.First, pair.Second))
            .Where(step => Math.Abs(step.X) < LongestStep && Math.Abs(step.Y) < LongestStep)
            .ToArray();
        if (steps.Length < FewestFrames - 1)
            return null;
        if (StandsStill(seen))
            return InPlace([.. steps.Select(step => (step.First, step.Second))], turnOf, symmetry);
        var (across, down) = (Range(seen, region => region.X), Range(seen, region => region.Y));
        double[] x = [.. steps.Select(step => step.X)], y = [.. steps.Select(step => step.Y)];
        // A straight motion that came in again covers all of the frame: its steps tell more than its range.
        var (aside, aslope) = (Statistics.Median(x.Select(Math.Abs)), Statistics.Median(y.Select(Math.Abs)));
        if (Straight(x) is { } way && aslope < MostAside * aside && down < Math.Max(Still, MostAside * across))
            return way > 0 ? Motion.Right : Motion.Left;
        if (across >= Math.Max(Still, MostAside * down))
            return down >= MostAside * across ? Motion.Orbit : null;
        return Straight(y) is { } fall ? (fall > 0 ? Motion.Down : Motion.Up)
            : y.Any(step => step > SlowestStep) && y.Any(step => step < -SlowestStep) && Falls(y) ? Motion.Bounce
            : null;
    }

    private static bool StandsStill(Region[] seen) => Range(seen, region => region.X) < Still && Range(seen, region => region.Y) < Still;

    private static double Range(Region[] seen, Func<Region, double> place)
    {
        var sorted = seen.Select(place).Order().ToArray();
        var outliers = sorted.Length / 12;
        return sorted[^(1 + outliers)] - sorted[outliers];
    }

    // The mean step when nearly all go the same way.
    private static double? Straight(double[] steps)
    {
        var median = Statistics.Median(steps);
        var forward = steps.Count(step => Math.Sign(step) == Math.Sign(median)) / (double)steps.Length;
        return Math.Abs(median) >= SlowestStep && forward >= MostlyForward ? median : null;
    }

    // Gravity: in the air each step goes further down than the one before; only at the ground it turns.
    private static bool Falls(double[] steps) =>
        steps.Zip(steps.Skip(1)).Count(pair => pair.Second > pair.First) >= 0.55 * (steps.Length - 1);

    private static Motion? InPlace((Region First, Region Second)[] steps, Func<Region, double>? turnOf, int symmetry)
    {
        double[] growth = [.. steps.Select(step => Math.Log(step.Second.Area / step.First.Area) / 2)];
        var median = Statistics.Median(growth);
        if (Math.Abs(median) >= SlowestGrowth)
            return median > 0 && growth.Count(step => step > 0) >= MostlyLarger * growth.Length ? Motion.Grow : null;
        if (turnOf is null)
            return null;
        var turned = steps.SelectMany(step => new[] { step.First, step.Second }).Distinct().ToDictionary(region => region, turnOf);
        double[] turns = [.. steps.Select(step => TurnBetween(turned[step.First], turned[step.Second], symmetry))];
        var turn = Statistics.Median(turns);
        var isOneWay = turns.Count(step => Math.Sign(step) == Math.Sign(turn)) >= MostlyOneWay * turns.Length;
        return isOneWay && Math.Abs(turn) is >= SmallestTurn and <= LargestTurn ? Motion.Spin : null;
    }

    // Of several turns that look the same, the smallest.
    private static double TurnBetween(double first, double second, int symmetry)
    {
        var turn = (second - first) * symmetry;
        return (turn - Math.Round(turn)) / symmetry;
    }
}
