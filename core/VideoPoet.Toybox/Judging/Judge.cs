using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>
/// Reads a clip back: what it shows and sounds like, from pixels and samples alone. It learned nothing: it compares with what Toybox draws and plays.
/// </summary>
/// <remarks>Larger frames are looked at in about 64 pixels along the shorter edge.</remarks>
public static class Judge
{
    private const int LookedPixels = 64;

    /// <summary>Reads a clip.</summary>
    /// <param name="frames">The frames, 8 a second; null without pictures.</param>
    /// <param name="sound">The sound; null without one.</param>
    public static Verdict Read(PixelFrames? frames, Waveform? sound)
    {
        var seen = frames is null ? new() : See(frames);
        return sound is null ? seen : seen with { Timbres = TimbreReader.Read(sound), Clicks = ClickReader.Read(sound) };
    }

    private static Verdict See(PixelFrames frames)
    {
        var factor = Math.Max(1, Math.Min(frames.Width, frames.Height) / LookedPixels);
        Raster[] rasters = [.. Enumerable.Range(0, frames.Count).Select(frame => Raster.Of(frames, frame, factor))];
        if (BackdropReader.Read(rasters) is not { } backdrop)
            return new();
        List<Region>[] regions = [.. rasters.Select((raster, number) => RegionReader.Read(number, raster, backdrop.Picture))];
        return new()
        {
            Background = backdrop.Background,
            Style = backdrop.Style,
            Objects = TrackReader.Read(regions).Select(track => Recognise(track, backdrop)).ToValueList(),
        };
    }

    private static SeenObject Recognise(IReadOnlyList<Region> track, SeenBackdrop backdrop)
    {
        var colour = ColourReader.Read(track, backdrop);
        // What has none of the colours cannot be drawn to compare.
        var shape = colour is { } drawn ? ShapeReader.Read(track, drawn, backdrop) : null;
        Func<Region, double>? turnOf = (shape, colour) is ({ } seen, { } painted)
            ? region => ShapeReader.TurnOf(region, seen, painted, backdrop)
            : null;
        return new(shape, colour, MotionReader.Read(track, turnOf, shape is { } turned ? Outline.SymmetryOf(turned) : 1));
    }
}
