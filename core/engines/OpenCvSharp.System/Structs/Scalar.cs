using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A value of up to four channels; as a colour, blue, green, red and alpha.</summary>
/// <param name="Val0">First channel.</param>
/// <param name="Val1">Second channel.</param>
/// <param name="Val2">Third channel.</param>
/// <param name="Val3">Fourth channel.</param>
[StructLayout(LayoutKind.Sequential)]
public partial record struct Scalar(double Val0, double Val1, double Val2, double Val3)
{
    /// <summary>First channel.</summary>
    public double Val0 = Val0;

    /// <summary>Second channel.</summary>
    public double Val1 = Val1;

    /// <summary>Third channel.</summary>
    public double Val2 = Val2;

    /// <summary>Fourth channel.</summary>
    public double Val3 = Val3;

    /// <summary>Creates a value of one channel.</summary>
    /// <param name="val0">First channel.</param>
    public Scalar(double val0) : this(val0, 0, 0, 0)
    {
    }

    /// <summary>Creates a value of two channels.</summary>
    /// <param name="val0">First channel.</param>
    /// <param name="val1">Second channel.</param>
    public Scalar(double val0, double val1) : this(val0, val1, 0, 0)
    {
    }

    /// <summary>Creates a value of three channels.</summary>
    /// <param name="val0">First channel.</param>
    /// <param name="val1">Second channel.</param>
    /// <param name="val2">Third channel.</param>
    public Scalar(double val0, double val1, double val2) : this(val0, val1, val2, 0)
    {
    }

    /// <summary>A channel.</summary>
    /// <param name="i">The channel, 0 to 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public double this[int i]
    {
        readonly get => i switch
        {
            0 => Val0,
            1 => Val1,
            2 => Val2,
            3 => Val3,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "A Scalar has 4 channels."),
        };
        set
        {
            switch (i)
            {
                case 0: Val0 = value; break;
                case 1: Val1 = value; break;
                case 2: Val2 = value; break;
                case 3: Val3 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "A Scalar has 4 channels.");
            }
        }
    }

    /// <summary>Creates a value with the same number in all channels.</summary>
    /// <param name="v">The number.</param>
    /// <returns>The value.</returns>
    public static Scalar All(double v) => new(v, v, v, v);

    /// <summary>Creates a colour.</summary>
    /// <param name="r">Red, 0 to 255.</param>
    /// <param name="g">Green, 0 to 255.</param>
    /// <param name="b">Blue, 0 to 255.</param>
    /// <returns>The colour in the order blue, green, red.</returns>
    public static Scalar FromRgb(int r, int g, int b) => new(b, g, r);

    /// <summary>Creates a value of one channel.</summary>
    /// <param name="val">First channel.</param>
    public static explicit operator Scalar(double val) => new(val);

    /// <summary>Creates a value of three channels.</summary>
    /// <param name="v">The channels.</param>
    public static explicit operator Scalar(Vec3b v) => new(v.Item0, v.Item1, v.Item2);

    /// <summary>Takes the first three channels, cut to bytes.</summary>
    /// <returns>The channels.</returns>
    public readonly Vec3b ToVec3b() => new((byte)Val0, (byte)Val1, (byte)Val2);
}
