namespace VideoPoet.Toybox;

/// <summary>A colour: red, green and blue from 0 to 255.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    public static Rgb White { get; } = new(255, 255, 255);

    /// <summary>A darker or lighter one.</summary>
    public Rgb Times(double factor) => new(Red * factor, Green * factor, Blue * factor);

    /// <summary>What is added up as light is.</summary>
    public Rgb Plus(Rgb light) => new(Red + light.Red, Green + light.Green, Blue + light.Blue);

    /// <summary>A mixture.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">How much of it, from 0 to 1.</param>
    public Rgb Mix(Rgb other, double share) => new(
        Red + (other.Red - Red) * share, Green + (other.Green - Green) * share, Blue + (other.Blue - Blue) * share);

    /// <summary>How far apart two colours are.</summary>
    public double DistanceTo(Rgb other)
    {
        var (red, green, blue) = (Red - other.Red, Green - other.Green, Blue - other.Blue);
        return Math.Sqrt(red * red + green * green + blue * blue);
    }

    /// <summary>Writes the three bytes.</summary>
    public void Write(Span<byte> pixel)
    {
        pixel[0] = Byte(Red);
        pixel[1] = Byte(Green);
        pixel[2] = Byte(Blue);
    }

    /// <summary>Reads three bytes.</summary>
    public static Rgb Read(ReadOnlySpan<byte> pixel) => new(pixel[0], pixel[1], pixel[2]);

    private static byte Byte(double value) => (byte)(Math.Clamp(value, 0, 255) + 0.5);
}
