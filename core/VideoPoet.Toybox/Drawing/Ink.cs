namespace VideoPoet.Toybox;

/// <summary>How an object is painted in a style: one half lighter than the other, so that it is seen to turn.</summary>
internal readonly struct Ink
{
    // In lengths of the shorter edge of the frame.
    private const double PencilLine = 0.03, NeonLine = 0.04, Halo = 0.1, Rim = 0.035, HatchPeriod = 0.062, Blotch = 0.11, SoftEdge = 0.03;

    private readonly Style _style;
    private readonly double _unit;
    private readonly Rgb _light, _dark, _line;

    /// <param name="colour">The object's colour.</param>
    /// <param name="style">The style.</param>
    /// <param name="unit">The pixels of the frame's shorter edge.</param>
    public Ink(Colour colour, Style style, double unit)
    {
        (_style, _unit) = (style, unit);
        (_light, _dark, _line) = TonesOf(Palette.Of(colour), style);
    }

    /// <summary>How far outside its outline an object changes pixels, in lengths of the shorter edge.</summary>
    public static double Spread(Style style) => style switch { Style.Neon => Halo, Style.Watercolour => SoftEdge, _ => 0 };

    /// <summary>What a pixel becomes.</summary>
    /// <param name="behind">What it was.</param>
    /// <param name="distance">How far it is outside the outline, negative within it, in lengths of the shorter edge.</param>
    /// <param name="x">Where it is on the object, from its centre to its right, in lengths of the shorter edge.</param>
    /// <param name="y">Where it is on the object, from its centre to its bottom, in lengths of the shorter edge.</param>
    public Rgb Over(Rgb behind, double distance, double x, double y)
    {
        var lower = Step(y);
        switch (_style)
        {
            case Style.Flat:
                return behind.Mix(_light.Mix(_dark, lower), Step(-distance));
            case Style.Sketch:
                var stripe = Math.Abs(Exact.Fraction((x + y) / HatchPeriod) - 0.5) * HatchPeriod;
                var hatched = Step(HatchPeriod * (0.3 + 0.14 * lower) - stripe);
                var filled = Palette.Paper.Mix(_light.Mix(_dark, lower), 0.3 + 0.7 * hatched);
                return behind.Mix(filled.Mix(_line, Step(distance + PencilLine)), Step(-distance));
            case Style.Neon:
                // The tube too shines less below: without that, only a thin inside would tell how a ball turns.
                var tube = _line.Times(1 - 0.4 * lower);
                var halo = Math.Max(0, 1 - Math.Max(0, distance) / Halo);
                var lit = behind.Plus(tube.Times(0.45 * halo * halo * halo));
                return lit.Mix(_light.Mix(_dark, lower).Mix(tube, Step(distance + NeonLine)), Step(-distance));
            default:
                var uneven = 1 + 0.1 * Grain.At(x / Blotch + 40, y / Blotch + 40);
                var rim = 1 - 0.16 * Math.Clamp((distance + Rim) / Rim, 0, 1);
                return behind.Mix(_light.Mix(_dark, lower).Times(uneven * rim), Math.Clamp(0.5 - distance / SoftEdge, 0, 1));
        }
    }

    private static (Rgb Light, Rgb Dark, Rgb Line) TonesOf(Rgb colour, Style style) => style switch
    {
        Style.Flat => (colour.Mix(Rgb.White, 0.12), colour.Times(0.68), colour),
        Style.Sketch => (colour, colour.Times(0.62), colour.Times(0.4)),
        Style.Neon => (colour.Times(0.95), colour.Times(0.58), colour.Mix(Rgb.White, 0.45)),
        _ => (colour.Mix(Rgb.White, 0.28), colour.Times(0.82).Mix(Rgb.White, 0.06), colour),
    };

    // From 0 to 1 over the width of a pixel.
    private double Step(double distance) => Math.Clamp(distance * _unit + 0.5, 0, 1);
}
