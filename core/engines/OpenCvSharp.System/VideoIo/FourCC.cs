using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>The four-character code of a video codec.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct FourCC : IEquatable<FourCC>
{
    /// <summary>The codec that the file format starts with.</summary>
    public const int Default = -1;

    /// <summary>Motion JPEG.</summary>
    public static readonly int MJPG = FromString("MJPG");

    /// <summary>MPEG-4 part 2 in an MP4 file.</summary>
    public static readonly int MP4V = FromString("MP4V");

    /// <summary>Xvid's MPEG-4 part 2.</summary>
    public static readonly int XVID = FromString("XVID");

    /// <summary>DivX's MPEG-4 part 2.</summary>
    public static readonly int DIVX = FromString("DIVX");

    /// <summary>H.264 of the x264 encoder.</summary>
    public static readonly int X264 = FromString("X264");

    /// <summary>H.265.</summary>
    public static readonly int HEVC = FromString("HEVC");

    /// <summary>Planes of brightness and colour without compression.</summary>
    public static readonly int I420 = FromString("I420");

    /// <summary>The code as four bytes, first character lowest.</summary>
    public readonly int Value;

    /// <summary>Creates a code.</summary>
    /// <param name="value">Four bytes, first character lowest.</param>
    public FourCC(int value) => Value = value;

    /// <summary>Creates a code from its characters.</summary>
    /// <param name="c1">First character.</param>
    /// <param name="c2">Second character.</param>
    /// <param name="c3">Third character.</param>
    /// <param name="c4">Fourth character.</param>
    /// <returns>The code.</returns>
    public static FourCC FromFourChars(char c1, char c2, char c3, char c4) =>
        new((c1 & 255) | ((c2 & 255) << 8) | ((c3 & 255) << 16) | ((c4 & 255) << 24));

    /// <summary>Creates a code from a text.</summary>
    /// <param name="code">One to four characters; blanks are added.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty or has more than four characters.</exception>
    public static FourCC FromString(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length == 0) throw new ArgumentException("code.Length == 0", nameof(code));
        if (code.Length > 4) throw new ArgumentException("code.Length > 4", nameof(code));
        var padded = code.PadRight(4);
        return FromFourChars(padded[0], padded[1], padded[2], padded[3]);
    }

    /// <summary>Creates a code.</summary>
    /// <param name="code">Four bytes, first character lowest.</param>
    /// <returns>The code.</returns>
    public static FourCC FromInt32(int code) => new(code);

    /// <summary>The code as a number.</summary>
    /// <returns>Four bytes, first character lowest.</returns>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public bool Equals(FourCC other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FourCC other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value;

    /// <summary>The code as a number.</summary>
    /// <param name="fourcc">The code.</param>
    public static implicit operator int(FourCC fourcc) => fourcc.Value;

    /// <summary>Creates a code.</summary>
    /// <param name="code">Four bytes, first character lowest.</param>
    public static implicit operator FourCC(int code) => new(code);

    /// <summary>Whether two codes are equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(FourCC left, FourCC right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(FourCC left, FourCC right) => !left.Equals(right);
}
