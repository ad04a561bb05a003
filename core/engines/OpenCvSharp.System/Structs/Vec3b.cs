using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Three bytes, such as the blue, green and red of a pixel.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vec3b : IEquatable<Vec3b>
{
    /// <summary>First number.</summary>
    public byte Item0;

    /// <summary>Second number.</summary>
    public byte Item1;

    /// <summary>Third number.</summary>
    public byte Item2;

    /// <summary>Creates the numbers.</summary>
    /// <param name="item0">First number.</param>
    /// <param name="item1">Second number.</param>
    /// <param name="item2">Third number.</param>
    public Vec3b(byte item0, byte item1, byte item2) => (Item0, Item1, Item2) = (item0, item1, item2);

    /// <summary>A number.</summary>
    /// <param name="i">The number, 0 to 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public byte this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "A Vec3b has 3 numbers."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "A Vec3b has 3 numbers.");
            }
        }
    }

    /// <summary>Takes the numbers apart.</summary>
    /// <param name="item0">First number.</param>
    /// <param name="item1">Second number.</param>
    /// <param name="item2">Third number.</param>
    public readonly void Deconstruct(out byte item0, out byte item1, out byte item2) => (item0, item1, item2) = (Item0, Item1, Item2);

    /// <inheritdoc/>
    public readonly bool Equals(Vec3b other) => (Item0, Item1, Item2) == (other.Item0, other.Item1, other.Item2);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Vec3b other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    /// <inheritdoc/>
    public override readonly string ToString() => $"Vec3b ({Item0}, {Item1}, {Item2})";

    /// <summary>Whether all numbers are equal.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(Vec3b a, Vec3b b) => a.Equals(b);

    /// <summary>Whether some numbers differ.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(Vec3b a, Vec3b b) => !a.Equals(b);
}
