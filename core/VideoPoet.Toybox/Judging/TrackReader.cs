namespace VideoPoet.Toybox;

/// <summary>Follows objects from frame to frame: one alone, or two, each in its half of the frame.</summary>
internal static class TrackReader
{
    // Parts that noise broke off are smaller.
    private const double SmallestShare = 0.2;

    /// <summary>The regions of each object by frame, the left or the upper object first.</summary>
    /// <param name="frames">The regions of each frame, the largest first.</param>
    /// <returns>As many lists as there are objects.</returns>
    public static IReadOnlyList<IReadOnlyList<Region>> Read(IReadOnlyList<List<Region>> frames)
    {
        var largest = frames.SelectMany(regions => regions).Select(region => region.Area).DefaultIfEmpty().Max();
        Region[][] seen = [.. frames.Select(regions => regions.Where(region => region.Area >= SmallestShare * largest).ToArray())];
        var filled = seen.Count(regions => regions.Length > 0);
        if (filled * 3 < seen.Length)
            return [];
        var (pairs, more) = (seen.Count(regions => regions.Length >= 2), seen.Count(regions => regions.Length > 2));
        // Of two that come in at an edge, one may be away for a while.
        if (pairs * 2 < seen.Length)
            return [[.. seen.Where(regions => regions.Length > 0).Select(regions => regions[0])]];
        if (more * 2 >= seen.Length)
        {
            return [.. Enumerable.Range(0, 3)
                .Select(number => seen.Where(regions => regions.Length > number).Select(regions => regions[number]).ToArray())];
        }
        var picture = seen.First(regions => regions.Length > 0)[0].Picture;
        var (middleX, middleY) = (0.5 * picture.Width / picture.Unit, 0.5 * picture.Height / picture.Unit);
        var sideBySide = seen.Count(regions => IsApart(regions, region => region.X < middleX));
        var aboveEachOther = seen.Count(regions => IsApart(regions, region => region.Y < middleY));
        Func<Region, bool> isFirst = sideBySide >= aboveEachOther ? region => region.X < middleX : region => region.Y < middleY;
        return [Largest(seen, isFirst), Largest(seen, region => !isFirst(region))];
    }

    private static bool IsApart(Region[] regions, Func<Region, bool> isFirst) => regions.Any(isFirst) && regions.Any(region => !isFirst(region));

    private static Region[] Largest(Region[][] seen, Func<Region, bool> belongs) =>
        [.. seen.Select(regions => regions.FirstOrDefault(belongs)).OfType<Region>()];
}
