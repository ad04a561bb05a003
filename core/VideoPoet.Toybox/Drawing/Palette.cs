namespace VideoPoet.Toybox;

/// <summary>The colours of things in even light; styles change them.</summary>
internal static class Palette
{
    /// <summary>White paper.</summary>
    public static Rgb Paper { get; } = new(248, 245, 236);

    /// <summary>An object's colour.</summary>
    public static Rgb Of(Colour colour) => colour switch
    {
        Colour.Red => new(215, 25, 35),
        Colour.Orange => new(250, 125, 10),
        Colour.Yellow => new(252, 225, 40),
        Colour.Green => new(20, 145, 55),
        Colour.Cyan => new(30, 215, 220),
        Colour.Blue => new(30, 50, 215),
        Colour.Purple => new(125, 35, 175),
        _ => new(250, 120, 195),
    };

    /// <summary>What is above the horizon.</summary>
    public static Rgb Wall(Background background) => background switch
    {
        Background.Floor => new(208, 218, 232),
        Background.Meadow => new(165, 212, 238),
        Background.Beach => new(110, 180, 190),
        Background.Street => new(160, 158, 155),
        Background.Table => new(98, 70, 52),
        _ => new(22, 24, 62),
    };

    /// <summary>What is below the horizon.</summary>
    public static Rgb Ground(Background background) => background switch
    {
        Background.Floor => new(105, 145, 205),
        Background.Meadow => new(125, 180, 95),
        Background.Beach => new(228, 205, 158),
        Background.Street => new(92, 92, 98),
        Background.Table => new(168, 120, 78),
        _ => new(48, 42, 58),
    };

    /// <summary>The colour of a background's light in the dark.</summary>
    public static Rgb Glow(Background background) => background switch
    {
        Background.Floor => new(50, 110, 235),
        Background.Meadow => new(40, 190, 60),
        Background.Beach => new(235, 195, 70),
        Background.Street => new(160, 160, 165),
        Background.Table => new(220, 95, 25),
        _ => new(120, 50, 205),
    };
}
