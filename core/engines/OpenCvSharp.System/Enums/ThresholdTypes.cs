namespace OpenCvSharp;

/// <summary>What <see cref="Cv2.Threshold"/> does with a value.</summary>
[Flags]
public enum ThresholdTypes
{
    /// <summary>The maximum above the threshold, else 0.</summary>
    Binary = 0,

    /// <summary>0 above the threshold, else the maximum.</summary>
    BinaryInv = 1,

    /// <summary>The threshold above it, else the value.</summary>
    Trunc = 2,

    /// <summary>The value above the threshold, else 0.</summary>
    Tozero = 3,

    /// <summary>0 above the threshold, else the value.</summary>
    TozeroInv = 4,

    /// <summary>The mask of the codes above.</summary>
    Mask = 7,

    /// <summary>Added to another value: find the threshold by Otsu's method.</summary>
    Otsu = 8,

    /// <summary>Added to another value: find the threshold by the triangle method.</summary>
    Triangle = 16,
}
