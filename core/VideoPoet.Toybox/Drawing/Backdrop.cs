namespace VideoPoet.Toybox;

/// <summary>Paints what is behind the objects; it never changes.</summary>
internal static class Backdrop
{
    /// <summary>Where the horizon is, in parts of the height.</summary>
    public const double Horizon = 0.66;

    // In lengths of the shorter edge of the frame.
    private const double Frame = 0.055, Line = 0.02, HatchPeriod = 0.11, Blotch = 0.16, GlowWidth = 0.06;
    private const double Star = 0.012;

    private static readonly (double X, double Y)[] Stars =
    [
        (0.08, 0.1), (0.27, 0.22), (0.4, 0.06), (0.55, 0.3), (0.63, 0.12), (0.8, 0.2), (0.93, 0.07), (0.15, 0.42), (0.72, 0.45), (0.9, 0.38),
        (0.35, 0.5),
    ];

    /// <summary>Paints the frame.</summary>
    /// <param name="background">What is shown.</param>
    /// <param name="style">How.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <returns>Bytes, [height, width, 3].</returns>
    public static byte[] Paint(Background background, Style style, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        var unit = (double)Math.Min(width, height);
        var place = new Place(background, unit, width / unit, height / unit);
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (x, y) = ((column + 0.5) / unit, (row + 0.5) / unit);
                var colour = style switch
                {
                    Style.Flat => place.Flat(x, y),
                    Style.Sketch => place.Sketch(x, y),
                    Style.Neon => place.Neon(x, y),
                    _ => place.Watercolour(x, y),
                };
                colour.Write(pixels.AsSpan((row * width + column) * 3, 3));
            }
        }
        return pixels;
    }

    /// <summary>One background in a frame of a size.</summary>
    private readonly struct Place(Background background, double unit, double width, double height)
    {
        private readonly double _horizon = Horizon * height;
        private readonly Rgb _wall = Palette.Wall(background), _ground = Palette.Ground(background), _glow = Palette.Glow(background);

        public Rgb Flat(double x, double y) => Plain(x, y);

        public Rgb Sketch(double x, double y)
        {
            var tinted = Palette.Paper.Mix(Plain(x, y), 0.34);
            var below = y > _horizon;
            // Lines along the ground, and none on the wall.
            var hatch = below ? LineAt(Math.Abs(Exact.Fraction((y - _horizon) / HatchPeriod) - 0.5) * HatchPeriod, Line / 2) * 0.35 : 0;
            var edge = LineAt(y - _horizon, Line / 2) * 0.75;
            return tinted.Mix(_ground.Times(0.5), Math.Max(hatch, edge));
        }

        public Rgb Neon(double x, double y)
        {
            var away = Math.Abs(y - _horizon);
            var dark = y > _horizon ? _glow.Times(0.2) : _glow.Times(0.08);
            var line = LineAt(away, Line / 2);
            var halo = Math.Max(0, 1 - away / GlowWidth);
            return dark.Plus(StarsAt(x, y, 120)).Plus(_glow.Times(0.25 * halo * halo)).Mix(_glow, 0.85 * line);
        }

        public Rgb Watercolour(double x, double y)
        {
            var edge = Math.Min(Math.Min(x, width - x), Math.Min(y, height - y)) + 0.012 * Grain.At(9 * x, 9 * y);
            var painted = Plain(x, y).Mix(Rgb.White, 0.3).Times(1 + 0.07 * Grain.At(x / Blotch, y / Blotch));
            return Palette.Paper.Mix(painted, Math.Clamp((edge - Frame) * 30 + 0.5, 0, 1));
        }

        private Rgb Plain(double x, double y) =>
            _wall.Mix(_ground, Math.Clamp((y - _horizon) * unit + 0.5, 0, 1)).Plus(StarsAt(x, y, 200));

        private Rgb StarsAt(double x, double y, double brightness)
        {
            if (background != Background.Night)
                return default;
            var light = 0.0;
            foreach (var star in Stars)
            {
                var (across, down) = (x - star.X * width, y - star.Y * height);
                light = Math.Max(light, LineAt(Math.Sqrt(across * across + down * down), Star));
            }
            return Rgb.White.Times(light * brightness / 255);
        }

        // How much of a pixel a line covers whose middle is some way off.
        private double LineAt(double away, double halfWidth) => Math.Clamp((halfWidth - Math.Abs(away)) * unit + 0.5, 0, 1);
    }
}
