namespace VideoPoet.Toybox;

/// <summary>A connected part of a frame that is not background.</summary>
internal sealed class Region
{
    /// <param name="frame">The number of the frame.</param>
    /// <param name="picture">The frame.</param>
    /// <param name="pixels">Which of its pixels, at least one.</param>
    public Region(int frame, Raster picture, List<int> pixels)
    {
        (Frame, Picture, Pixels) = (frame, picture, pixels);
        var unit = (double)picture.Unit;
        var (x, y) = (0.0, 0.0);
        foreach (var pixel in pixels)
        {
            var (row, column) = Math.DivRem(pixel, picture.Width);
            (x, y) = (x + column + 0.5, y + row + 0.5);
            IsCut |= row == 0 || column == 0 || row == picture.Height - 1 || column == picture.Width - 1;
        }
        (X, Y, Area) = (x / pixels.Count / unit, y / pixels.Count / unit, pixels.Count / (unit * unit));
    }

    /// <summary>The number of the frame.</summary>
    public int Frame { get; }

    /// <summary>The frame.</summary>
    public Raster Picture { get; }

    /// <summary>The pixels.</summary>
    public List<int> Pixels { get; }

    /// <summary>The centre from the left, in lengths of the shorter edge.</summary>
    public double X { get; }

    /// <summary>The centre from the top.</summary>
    public double Y { get; }

    /// <summary>The area, in squares of the shorter edge.</summary>
    public double Area { get; }

    /// <summary>Whether it touches the edge of the frame, so that not all of it is seen.</summary>
    public bool IsCut { get; }
}
