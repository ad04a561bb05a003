using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Two single-precision numbers, such as the displacement of a pixel in an optical flow.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vec2f : IEquatable<Vec2f>
{
    /// <summary>First number.</summary>
    public float Item0;

    /// <summary>Second number.</summary>
    public float Item1;

    /// <summary>Creates the numbers.</summary>
    /// <param name="item0">First number.</param>
    /// <param name="item1">Second number.</param>
    public Vec2f(float item0, float item1) => (Item0, Item1) = (item0, item1);

    /// <summary>A number.</summary>
    /// <param name="i">The number, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public float this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "A Vec2f has 2 numbers."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "A Vec2f has 2 numbers.");
            }
        }
    }

    /// <summary>Takes the numbers apart.</summary>
    /// <param name="item0">First number.</param>
    /// <param name="item1">Second number.</param>
    public readonly void Deconstruct(out float item0, out float item1) => (item0, item1) = (Item0, Item1);

    /// <inheritdoc/>
    public readonly bool Equals(Vec2f other) => (Item0, Item1) == (other.Item0, other.Item1);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Vec2f other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1);

    /// <inheritdoc/>
    public override readonly string ToString() => $"Vec2f ({Item0}, {Item1})";

    /// <summary>Whether all numbers are equal.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(Vec2f a, Vec2f b) => a.Equals(b);

    /// <summary>Whether some numbers differ.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(Vec2f a, Vec2f b) => !a.Equals(b);
}
