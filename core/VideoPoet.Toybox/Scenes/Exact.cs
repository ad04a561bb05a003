namespace VideoPoet.Toybox;

/// <summary>Functions whose last bit is the same on every machine: they add, multiply and divide, and ask no library of the system.</summary>
internal static class Exact
{
    private const double Tau = 6.283185307179586;

    /// <summary>The sine of an angle in turns; the error is below 1e-9.</summary>
    public static double Sin(double turns)
    {
        var angle = turns - Math.Floor(turns + 0.5);
        if (angle > 0.25)
            angle = 0.5 - angle;
        else if (angle < -0.25)
            angle = -0.5 - angle;
        var x = angle * Tau;
        var square = x * x;
        // Taylor's series, to the power 13.
        return x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110 * (1 - square / 156))))));
    }

    /// <summary>The cosine of an angle in turns.</summary>
    public static double Cos(double turns) => Sin(turns + 0.25);

    /// <summary>2 to a power from −60 to 60; the relative error is below 1e-9.</summary>
    public static double PowerOfTwo(double power)
    {
        var whole = Math.Floor(power);
        var x = (power - whole) * 0.6931471805599453;
        var result = 1.0;
        for (var term = 12; term >= 1; term--)
            result = 1 + result * x / term;
        return whole >= 0 ? result * (1L << (int)whole) : result / (1L << (int)-whole);
    }

    /// <summary>The part of a number after the point, from 0 to below 1.</summary>
    public static double Fraction(double number) => number - Math.Floor(number);
}
