using System.Collections.Concurrent;
using VideoPoet.Core;

namespace VideoPoet.Toybox;

/// <summary>A background in a style, as the judge would see it.</summary>
internal sealed record SeenBackdrop(Background Background, Style Style, Raster Picture);

/// <summary>Reads background and style from what does not move: the one of all that most of the frame is nearest to.</summary>
internal static class BackdropReader
{
    // Objects cover less than the rest.
    private const double Looked = 0.6;

    // A mean difference beyond this is another place: what is in between two backgrounds is farther from both.
    private const double Farthest = 26;

    private const int Step = 2;

    private static readonly ConcurrentDictionary<(int Width, int Height), SeenBackdrop[]> Known = [];

    /// <summary>The backdrop of some frames; null when it is none.</summary>
    /// <param name="frames">Frames of one clip.</param>
    public static SeenBackdrop? Read(IReadOnlyList<Raster> frames)
    {
        Raster[] looked = [frames[0], frames[frames.Count / 2], frames[^1]];
        var (nearest, distance) = Of(frames[0].Width, frames[0].Height)
            .Select(known => (known, Distance: looked.Average(frame => Distance(frame, known.Picture))))
            .MinBy(pair => pair.Distance);
        return distance <= Farthest ? nearest : null;
    }

    private static SeenBackdrop[] Of(int width, int height) => Known.GetOrAdd((width, height), static size =>
    [
        .. from background in Enum.GetValues<Background>()
           from style in Enum.GetValues<Style>()
           let painted = new PixelFrames(Backdrop.Paint(background, style, size.Width, size.Height), size.Height, size.Width)
           select new SeenBackdrop(background, style, Raster.Of(painted, 0, 1)),
    ]);

    private static double Distance(Raster frame, Raster backdrop)
    {
        var distances = new List<float>();
        for (var row = Step / 2; row < frame.Height; row += Step)
        {
            for (var column = Step / 2; column < frame.Width; column += Step)
                distances.Add(frame.DistanceTo(backdrop, row * frame.Width + column));
        }
        distances.Sort();
        return distances.Take((int)(distances.Count * Looked)).Average();
    }
}
