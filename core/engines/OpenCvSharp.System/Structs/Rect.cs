using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>An upright rectangle in whole pixels. Right and bottom edge are outside.</summary>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Upper edge, pixels.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>Left edge, pixels.</summary>
    public int X = X;

    /// <summary>Upper edge, pixels.</summary>
    public int Y = Y;

    /// <summary>Width, pixels.</summary>
    public int Width = Width;

    /// <summary>Height, pixels.</summary>
    public int Height = Height;

    /// <summary>Creates a rectangle.</summary>
    /// <param name="location">Upper left corner.</param>
    /// <param name="size">Width and height.</param>
    public Rect(Point location, Size size) : this(location.X, location.Y, size.Width, size.Height)
    {
    }

    /// <summary>Left edge, pixels.</summary>
    public int Left
    {
        readonly get => X;
        set => X = value;
    }

    /// <summary>Upper edge, pixels.</summary>
    public int Top
    {
        readonly get => Y;
        set => Y = value;
    }

    /// <summary>One past the last column, pixels.</summary>
    public readonly int Right => X + Width;

    /// <summary>One past the last row, pixels.</summary>
    public readonly int Bottom => Y + Height;

    /// <summary>Upper left corner.</summary>
    public Point Location
    {
        readonly get => new(X, Y);
        set => (X, Y) = value;
    }

    /// <summary>Width and height.</summary>
    public Size Size
    {
        readonly get => new(Width, Height);
        set => (Width, Height) = value;
    }

    /// <summary>Upper left corner.</summary>
    public readonly Point TopLeft => new(X, Y);

    /// <summary>Lower right corner, outside.</summary>
    public readonly Point BottomRight => new(Right, Bottom);

    /// <summary>Creates a rectangle from its edges.</summary>
    /// <param name="left">Left edge.</param>
    /// <param name="top">Upper edge.</param>
    /// <param name="right">One past the last column.</param>
    /// <param name="bottom">One past the last row.</param>
    /// <returns>The rectangle.</returns>
    /// <exception cref="ArgumentException">An edge lies before its opposite.</exception>
    public static Rect FromLTRB(int left, int top, int right, int bottom)
    {
        if (right < left) throw new ArgumentException("right > left", nameof(right));
        if (bottom < top) throw new ArgumentException("bottom > top", nameof(bottom));
        return new Rect(left, top, right - left, bottom - top);
    }

    /// <summary>Whether a pixel is inside.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <returns>True when it is.</returns>
    public readonly bool Contains(int x, int y) => X <= x && Y <= y && x < Right && y < Bottom;

    /// <summary>Whether a pixel is inside.</summary>
    /// <param name="pt">The pixel.</param>
    /// <returns>True when it is.</returns>
    public readonly bool Contains(Point pt) => Contains(pt.X, pt.Y);

    /// <summary>Whether a rectangle is inside.</summary>
    /// <param name="rect">The rectangle.</param>
    /// <returns>True when it is.</returns>
    public readonly bool Contains(Rect rect) => X <= rect.X && Y <= rect.Y && rect.Right <= Right && rect.Bottom <= Bottom;

    /// <summary>Whether two rectangles have a pixel in common.</summary>
    /// <param name="rect">The other rectangle.</param>
    /// <returns>True when they have.</returns>
    public readonly bool IntersectsWith(Rect rect) => X < rect.Right && rect.X < Right && Y < rect.Bottom && rect.Y < Bottom;

    /// <summary>The common part of two rectangles.</summary>
    /// <param name="rect">The other rectangle.</param>
    /// <returns>The part; the default rectangle when there is none.</returns>
    public readonly Rect Intersect(Rect rect) => Intersect(this, rect);

    /// <summary>The common part of two rectangles.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <returns>The part; the default rectangle when there is none.</returns>
    public static Rect Intersect(Rect a, Rect b)
    {
        var (left, top) = (Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
        var (right, bottom) = (Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
        return right >= left && bottom >= top ? FromLTRB(left, top, right, bottom) : default;
    }

    /// <summary>The smallest rectangle around two.</summary>
    /// <param name="rect">The other rectangle.</param>
    /// <returns>The rectangle.</returns>
    public readonly Rect Union(Rect rect) => Union(this, rect);

    /// <summary>The smallest rectangle around two.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <returns>The rectangle.</returns>
    public static Rect Union(Rect a, Rect b) =>
        FromLTRB(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));

    /// <summary>Moves all edges outward.</summary>
    /// <param name="width">By how much to the left and to the right.</param>
    /// <param name="height">By how much up and down.</param>
    public void Inflate(int width, int height) => this = new Rect(X - width, Y - height, Width + (2 * width), Height + (2 * height));

    /// <summary>Moves a rectangle.</summary>
    /// <param name="rect">The rectangle.</param>
    /// <param name="pt">By how much.</param>
    public static Rect operator +(Rect rect, Point pt) => rect with { X = rect.X + pt.X, Y = rect.Y + pt.Y };

    /// <summary>Moves a rectangle back.</summary>
    /// <param name="rect">The rectangle.</param>
    /// <param name="pt">By how much.</param>
    public static Rect operator -(Rect rect, Point pt) => rect with { X = rect.X - pt.X, Y = rect.Y - pt.Y };

    /// <summary>The common part of two rectangles.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static Rect operator &(Rect a, Rect b) => Intersect(a, b);

    /// <summary>The smallest rectangle around two.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static Rect operator |(Rect a, Rect b) => Union(a, b);
}
