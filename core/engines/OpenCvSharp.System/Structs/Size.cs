using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Width and height in whole pixels.</summary>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Size(int Width, int Height)
{
    /// <summary>Width, pixels.</summary>
    public int Width = Width;

    /// <summary>Height, pixels.</summary>
    public int Height = Height;

    /// <summary>Creates a size from fractions, which are cut off.</summary>
    /// <param name="width">Width, pixels.</param>
    /// <param name="height">Height, pixels.</param>
    public Size(double width, double height) : this((int)width, (int)height)
    {
    }

    /// <summary>Cuts the fractions off.</summary>
    /// <param name="size">The size.</param>
    public static explicit operator Size(Size2f size) => size.ToSize();
}
