namespace OpenCvSharp;

/// <summary>The fonts of <see cref="Cv2.PutText"/>.</summary>
[Flags]
public enum HersheyFonts
{
    /// <summary>Sans-serif, normal size.</summary>
    HersheySimplex = 0,

    /// <summary>Sans-serif, small.</summary>
    HersheyPlain = 1,

    /// <summary>Sans-serif, normal size, with double strokes.</summary>
    HersheyDuplex = 2,

    /// <summary>Serif, normal size.</summary>
    HersheyComplex = 3,

    /// <summary>Serif, normal size, with triple strokes.</summary>
    HersheyTriplex = 4,

    /// <summary>Serif, small.</summary>
    HersheyComplexSmall = 5,

    /// <summary>Handwriting.</summary>
    HersheyScriptSimplex = 6,

    /// <summary>Handwriting with double strokes.</summary>
    HersheyScriptComplex = 7,

    /// <summary>Added to another value: slanted letters.</summary>
    Italic = 16,
}
