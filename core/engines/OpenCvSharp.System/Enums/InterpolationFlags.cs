namespace OpenCvSharp;

/// <summary>How values between pixels are found.</summary>
[Flags]
public enum InterpolationFlags
{
    /// <summary>The nearest pixel.</summary>
    Nearest = 0,

    /// <summary>Bilinear over 2 × 2 pixels.</summary>
    Linear = 1,

    /// <summary>Bicubic over 4 × 4 pixels, coefficient −0.75.</summary>
    Cubic = 2,

    /// <summary>The mean over the area that a pixel covers: the choice for making an image smaller.</summary>
    Area = 3,

    /// <summary>Lanczos over 8 × 8 pixels.</summary>
    Lanczos4 = 4,

    /// <summary>Bilinear in fixed point, the same on every machine.</summary>
    LinearExact = 5,

    /// <summary>The mask of the interpolation codes.</summary>
    Max = 7,

    /// <summary>Added to another value: fill all pixels of the destination.</summary>
    WarpFillOutliers = 8,

    /// <summary>Added to another value: the map goes from destination to source.</summary>
    WarpInverseMap = 16,
}
