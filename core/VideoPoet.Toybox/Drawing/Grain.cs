namespace VideoPoet.Toybox;

/// <summary>An uneven surface: the same at the same place for ever.</summary>
internal static class Grain
{
    /// <summary>A smooth number from −1 to 1 that changes over lengths of about 1.</summary>
    public static double At(double x, double y)
    {
        var (left, top) = (Math.Floor(x), Math.Floor(y));
        var (along, down) = (Smooth(x - left), Smooth(y - top));
        var (column, row) = ((int)left, (int)top);
        var upper = Corner(column, row) + (Corner(column + 1, row) - Corner(column, row)) * along;
        var lower = Corner(column, row + 1) + (Corner(column + 1, row + 1) - Corner(column, row + 1)) * along;
        return upper + (lower - upper) * down;
    }

    private static double Smooth(double part) => part * part * (3 - 2 * part);

    private static double Corner(int column, int row)
    {
        var bits = (uint)column * 0x9E3779B1u ^ (uint)row * 0x85EBCA77u;
        bits = (bits ^ (bits >> 15)) * 0x2C1B3C6Du;
        bits = (bits ^ (bits >> 12)) * 0x297A2D39u;
        return (bits ^ (bits >> 15)) / (double)(1u << 31) - 1;
    }
}
