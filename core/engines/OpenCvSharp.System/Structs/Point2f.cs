using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A position.</summary>
/// <param name="X">To the right, pixels.</param>
/// <param name="Y">Down, pixels.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point2f(float X, float Y)
{
    /// <summary>To the right, pixels.</summary>
    public float X = X;

    /// <summary>Down, pixels.</summary>
    public float Y = Y;

    /// <summary>Cuts the fractions off.</summary>
    /// <returns>The position in whole pixels.</returns>
    public readonly Point ToPoint() => new((int)X, (int)Y);

    /// <summary>Cuts the fractions off.</summary>
    /// <param name="self">The position.</param>
    public static explicit operator Point(Point2f self) => self.ToPoint();

    /// <summary>Widens a position.</summary>
    /// <param name="point">The position.</param>
    public static implicit operator Point2f(Point point) => new(point.X, point.Y);

    /// <summary>Adds the coordinates.</summary>
    /// <param name="p">The other position.</param>
    /// <returns>The sum.</returns>
    public readonly Point2f Add(Point2f p) => new(X + p.X, Y + p.Y);

    /// <summary>Subtracts the coordinates.</summary>
    /// <param name="p">The other position.</param>
    /// <returns>The difference.</returns>
    public readonly Point2f Subtract(Point2f p) => new(X - p.X, Y - p.Y);

    /// <summary>Multiplies the coordinates.</summary>
    /// <param name="scale">The factor.</param>
    /// <returns>The product.</returns>
    public readonly Point2f Multiply(double scale) => new((float)(X * scale), (float)(Y * scale));

    /// <summary>Turns the signs.</summary>
    /// <returns>The opposite position.</returns>
    public readonly Point2f Negate() => new(-X, -Y);

    /// <summary>Computes the distance to another position.</summary>
    /// <param name="p">The other position.</param>
    /// <returns>The distance, pixels.</returns>
    public readonly double DistanceTo(Point2f p) => Distance(this, p);

    /// <summary>Computes the distance between two positions.</summary>
    /// <param name="p1">The one.</param>
    /// <param name="p2">The other.</param>
    /// <returns>The distance, pixels.</returns>
    public static double Distance(Point2f p1, Point2f p2) => Math.Sqrt(Math.Pow(p2.X - p1.X, 2) + Math.Pow(p2.Y - p1.Y, 2));

    /// <summary>Adds the coordinates.</summary>
    /// <param name="p1">The one position.</param>
    /// <param name="p2">The other.</param>
    public static Point2f operator +(Point2f p1, Point2f p2) => p1.Add(p2);

    /// <summary>Subtracts the coordinates.</summary>
    /// <param name="p1">The one position.</param>
    /// <param name="p2">The other.</param>
    public static Point2f operator -(Point2f p1, Point2f p2) => p1.Subtract(p2);

    /// <summary>Multiplies the coordinates.</summary>
    /// <param name="pt">The position.</param>
    /// <param name="scale">The factor.</param>
    public static Point2f operator *(Point2f pt, double scale) => pt.Multiply(scale);

    /// <summary>Turns the signs.</summary>
    /// <param name="pt">The position.</param>
    public static Point2f operator -(Point2f pt) => pt.Negate();
}
