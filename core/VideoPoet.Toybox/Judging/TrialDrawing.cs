namespace VideoPoet.Toybox;

/// <summary>Draws shapes over the place where an object was seen, and compares.</summary>
internal sealed class TrialDrawing
{
    // Beyond the object, so that what is drawn too large is seen.
    private const int Border = 4;

    private readonly Raster _frame, _backdrop;
    private readonly Ink _ink;
    private readonly int _left, _top, _width, _height;
    private readonly double _unit, _reach, _contrast;
    private readonly Rgb[] _drawn, _soft;

    /// <param name="region">Where the object is.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="backdrop">What is behind it.</param>
    public TrialDrawing(Region region, Colour colour, SeenBackdrop backdrop)
    {
        (_frame, _backdrop) = (region.Picture, backdrop.Picture);
        _unit = _frame.Unit;
        _ink = new(colour, backdrop.Style, _unit);
        _reach = Ink.Spread(backdrop.Style) + 1 / _unit;
        var rows = region.Pixels.Select(pixel => pixel / _frame.Width).ToArray();
        var columns = region.Pixels.Select(pixel => pixel % _frame.Width).ToArray();
        (_left, _top) = (Math.Max(columns.Min() - Border, 0), Math.Max(rows.Min() - Border, 0));
        _width = Math.Min(columns.Max() + Border + 1, _frame.Width) - _left;
        _height = Math.Min(rows.Max() + Border + 1, _frame.Height) - _top;
        (_drawn, _soft) = (new Rgb[_width * _height], new Rgb[_width * _height]);
        for (var i = 0; i < _drawn.Length; i++)
        {
            var distance = _frame.DistanceTo(_backdrop, PixelOf(i));
            _contrast += distance * distance;
        }
    }

    /// <summary>How much of the object's contrast is left over when a shape is taken away: 0 when it is drawn exactly.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="pose">Where it is drawn.</param>
    public double LeftOf(Shape shape, Pose pose)
    {
        var (sine, cosine) = (Exact.Sin(pose.Turn), Exact.Cos(pose.Turn));
        for (var i = 0; i < _drawn.Length; i++)
        {
            var (across, down) = ((_left + i % _width + 0.5) / _unit - pose.X, (_top + i / _width + 0.5) / _unit - pose.Y);
            var (x, y) = (cosine * across + sine * down, cosine * down - sine * across);
            var distance = Outline.Distance(shape, x / pose.Radius, y / pose.Radius) * pose.Radius;
            var behind = _backdrop.At(PixelOf(i));
            _drawn[i] = distance < _reach ? _ink.Over(behind, distance, x, y) : behind;
        }
        Soften();
        Soften();
        var left = 0.0;
        for (var i = 0; i < _drawn.Length; i++)
        {
            var distance = _drawn[i].DistanceTo(_frame.At(PixelOf(i)));
            left += distance * distance;
        }
        return left / _contrast;
    }

    private int PixelOf(int i) => (_top + i / _width) * _frame.Width + _left + i % _width;

    // As rasters are softened; the backdrop was already, and hardly changes.
    private void Soften()
    {
        for (var row = 0; row < _height; row++)
            Soften(_drawn, _soft, row * _width, 1, _width);
        for (var column = 0; column < _width; column++)
            Soften(_soft, _drawn, column, _width, _height);
    }

    private static void Soften(Rgb[] from, Rgb[] to, int first, int step, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (before, after) = (first + Math.Max(i - 1, 0) * step, first + Math.Min(i + 1, count - 1) * step);
            to[first + i * step] = from[before].Plus(from[after]).Times(0.25).Plus(from[first + i * step].Times(0.5));
        }
    }
}
