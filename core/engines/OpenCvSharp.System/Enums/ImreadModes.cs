namespace OpenCvSharp;

/// <summary>How an image file is turned into a <see cref="Mat"/>.</summary>
[Flags]
public enum ImreadModes
{
    /// <summary>As it is stored, with its alpha channel and depth.</summary>
    Unchanged = -1,

    /// <summary>One 8-bit channel.</summary>
    Grayscale = 0,

    /// <summary>Three 8-bit channels in the order blue, green, red.</summary>
    Color = 1,

    /// <summary>Added to another value: keep 16 and 32 bits where the file has them.</summary>
    AnyDepth = 2,

    /// <summary>Keep the number of channels of the file.</summary>
    AnyColor = 4,

    /// <summary>Read through GDAL.</summary>
    LoadGdal = 8,

    /// <summary>One channel, half the width and height.</summary>
    ReducedGrayscale2 = 16,

    /// <summary>Three channels, half the width and height.</summary>
    ReducedColor2 = 17,

    /// <summary>One channel, a quarter of the width and height.</summary>
    ReducedGrayscale4 = 32,

    /// <summary>Three channels, a quarter of the width and height.</summary>
    ReducedColor4 = 33,

    /// <summary>One channel, an eighth of the width and height.</summary>
    ReducedGrayscale8 = 64,

    /// <summary>Three channels, an eighth of the width and height.</summary>
    ReducedColor8 = 65,

    /// <summary>Added to another value: do not turn the image as its EXIF orientation says.</summary>
    IgnoreOrientation = 128,
}
