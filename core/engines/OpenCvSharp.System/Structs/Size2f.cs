using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Width and height.</summary>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
[StructLayout(LayoutKind.Sequential)]
public record struct Size2f(float Width, float Height)
{
    /// <summary>Width, pixels.</summary>
    public float Width = Width;

    /// <summary>Height, pixels.</summary>
    public float Height = Height;

    /// <summary>Creates a size from double precision.</summary>
    /// <param name="width">Width, pixels.</param>
    /// <param name="height">Height, pixels.</param>
    public Size2f(double width, double height) : this((float)width, (float)height)
    {
    }

    /// <summary>Cuts the fractions off.</summary>
    /// <returns>The size in whole pixels.</returns>
    public readonly Size ToSize() => new((int)Width, (int)Height);

    /// <summary>Widens a size.</summary>
    /// <param name="size">The size.</param>
    public static implicit operator Size2f(Size size) => new((float)size.Width, size.Height);
}
