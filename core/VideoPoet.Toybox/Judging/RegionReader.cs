namespace VideoPoet.Toybox;

/// <summary>Finds what is not background.</summary>
internal static class RegionReader
{
    // The smallest whole object is twice as large.
    private const double SmallestArea = 0.008;

    // What differs from the background as noise does, and as the soft edge of the strongest difference does.
    private const float Noise = 26, EdgeShare = 0.2f;
    private const double PeakShare = 0.015;

    /// <summary>The regions of a frame, the largest first.</summary>
    public static List<Region> Read(int number, Raster frame, Raster backdrop)
    {
        var distances = new float[frame.Width * frame.Height];
        for (var pixel = 0; pixel < distances.Length; pixel++)
            distances[pixel] = frame.DistanceTo(backdrop, pixel);
        var sorted = distances.Order().ToArray();
        var peak = sorted[(int)((1 - PeakShare) * (sorted.Length - 1))];
        var threshold = Math.Max(Noise, EdgeShare * peak);
        var smallest = SmallestArea * frame.Unit * frame.Unit;
        var regions = new List<Region>();
        var waiting = new Stack<int>();
        for (var first = 0; first < distances.Length; first++)
        {
            if (distances[first] < threshold)
                continue;
            var pixels = new List<int>();
            Take(first);
            while (waiting.TryPop(out var pixel))
            {
                pixels.Add(pixel);
                var (row, column) = Math.DivRem(pixel, frame.Width);
                for (var y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, frame.Height - 1); y++)
                {
                    for (var x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, frame.Width - 1); x++)
                        Take(y * frame.Width + x);
                }
            }
            if (pixels.Count >= smallest)
                regions.Add(new(number, frame, pixels));
        }
        regions.Sort((left, right) => right.Pixels.Count.CompareTo(left.Pixels.Count));
        return regions;

        void Take(int pixel)
        {
            if (distances[pixel] < threshold)
                return;
            distances[pixel] = 0;
            waiting.Push(pixel);
        }
    }
}
