namespace OpenCvSharp;

/// <summary>How a line is drawn.</summary>
public enum LineTypes
{
    /// <summary>Four-connected.</summary>
    Link4 = 4,

    /// <summary>Eight-connected.</summary>
    Link8 = 8,

    /// <summary>Smoothed; for 8-bit images.</summary>
    AntiAlias = 16,
}
