using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A position in whole pixels.</summary>
/// <param name="X">To the right, pixels.</param>
/// <param name="Y">Down, pixels.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Point(int X, int Y)
{
    /// <summary>To the right, pixels.</summary>
    public int X = X;

    /// <summary>Down, pixels.</summary>
    public int Y = Y;

    /// <summary>Creates a position from fractions, which are cut off.</summary>
    /// <param name="x">To the right, pixels.</param>
    /// <param name="y">Down, pixels.</param>
    public Point(double x, double y) : this((int)x, (int)y)
    {
    }

    /// <summary>Adds the coordinates.</summary>
    /// <param name="p">The other position.</param>
    /// <returns>The sum.</returns>
    public readonly Point Add(Point p) => new(X + p.X, Y + p.Y);

    /// <summary>Subtracts the coordinates.</summary>
    /// <param name="p">The other position.</param>
    /// <returns>The difference.</returns>
    public readonly Point Subtract(Point p) => new(X - p.X, Y - p.Y);

    /// <summary>Multiplies the coordinates.</summary>
    /// <param name="scale">The factor.</param>
    /// <returns>The product.</returns>
    public readonly Point Multiply(double scale) => new(X * scale, Y * scale);

    /// <summary>Turns the signs.</summary>
    /// <returns>The opposite position.</returns>
    public readonly Point Negate() => new(-X, -Y);

    /// <summary>Computes the distance to another position.</summary>
    /// <param name="p">The other position.</param>
    /// <returns>The distance, pixels.</returns>
    public readonly double DistanceTo(Point p) => Distance(this, p);

    /// <summary>Computes the distance between two positions.</summary>
    /// <param name="p1">The one.</param>
    /// <param name="p2">The other.</param>
    /// <returns>The distance, pixels.</returns>
    public static double Distance(Point p1, Point p2) => Math.Sqrt(Math.Pow(p2.X - p1.X, 2) + Math.Pow(p2.Y - p1.Y, 2));

    /// <summary>Adds the coordinates.</summary>
    /// <param name="p1">The one position.</param>
    /// <param name="p2">The other.</param>
    public static Point operator +(Point p1, Point p2) => p1.Add(p2);

    /// <summary>Subtracts the coordinates.</summary>
    /// <param name="p1">The one position.</param>
    /// <param name="p2">The other.</param>
    public static Point operator -(Point p1, Point p2) => p1.Subtract(p2);

    /// <summary>Multiplies the coordinates.</summary>
    /// <param name="pt">The position.</param>
    /// <param name="scale">The factor.</param>
    public static Point operator *(Point pt, double scale) => pt.Multiply(scale);

    /// <summary>Turns the signs.</summary>
    /// <param name="pt">The position.</param>
    public static Point operator -(Point pt) => pt.Negate();
}
