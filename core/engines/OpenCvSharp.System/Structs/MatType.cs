namespace OpenCvSharp;

/// <summary>The type of a Mat's elements: the depth of a channel and the number of channels.</summary>
/// <param name="value">OpenCV's code of the type.</param>
public readonly partial record struct MatType(int value) : IEquatable<int>
{
    private const int MaxChannels = 512, ChannelShift = 3, DepthCount = 1 << ChannelShift;

    private static readonly string[] DepthNames = ["CV_8U", "CV_8S", "CV_16U", "CV_16S", "CV_32S", "CV_32F", "CV_64F", "CV_16F"];

    private readonly int value = value;

    /// <summary>OpenCV's code of the type.</summary>
    public int Value => value;

    /// <summary>Depth of a channel, such as <see cref="CV_8U"/>.</summary>
    public int Depth => value & (DepthCount - 1);

    /// <summary>Number of channels.</summary>
    public int Channels => (value >> ChannelShift) + 1;

    /// <summary>Whether a channel is an integer.</summary>
    public bool IsInteger => Depth < CV_32F;

    /// <summary>Puts a type together.</summary>
    /// <param name="depth">Depth of a channel, such as <see cref="CV_8U"/>.</param>
    /// <param name="channels">Number of channels, 1 to 511.</param>
    /// <returns>The type.</returns>
    /// <exception cref="OpenCvSharpException">A number is out of range.</exception>
    public static MatType MakeType(int depth, int channels)
    {
        if (channels is <= 0 or >= MaxChannels) throw new OpenCvSharpException("Channels count should be 1.." + (MaxChannels - 1));
        if (depth is < 0 or >= DepthCount) throw new OpenCvSharpException("Data type depth should be 0.." + (DepthCount - 1));
        return depth + ((channels - 1) << ChannelShift);
    }

    /// <summary>OpenCV's code of the type.</summary>
    /// <returns>The code.</returns>
    public int ToInt32() => value;

    /// <summary>Whether the type has a code.</summary>
    /// <param name="other">The code.</param>
    /// <returns>True when it has.</returns>
    public bool Equals(int other) => value == other;

    /// <summary>Names the type as OpenCV does.</summary>
    /// <returns>Such as <c>CV_8UC3</c>.</returns>
    public override string ToString() => Channels <= 4 ? $"{DepthNames[Depth]}C{Channels}" : $"{DepthNames[Depth]}C({Channels})";

    /// <summary>OpenCV's code of a type.</summary>
    /// <param name="self">The type.</param>
    public static explicit operator int(MatType self) => self.value;

    /// <summary>The type with a code.</summary>
    /// <param name="value">The code.</param>
    public static implicit operator MatType(int value) => new(value);

    /// <summary>Whether a type has a code.</summary>
    /// <param name="self">The type.</param>
    /// <param name="other">The code.</param>
    public static bool operator ==(MatType self, int other) => self.Equals(other);

    /// <summary>Whether a type has another code.</summary>
    /// <param name="self">The type.</param>
    /// <param name="other">The code.</param>
    public static bool operator !=(MatType self, int other) => !self.Equals(other);
}
