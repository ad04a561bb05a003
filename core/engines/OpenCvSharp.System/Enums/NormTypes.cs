namespace OpenCvSharp;

/// <summary>What <see cref="Cv2.Norm(InputArray, NormTypes, InputArray?)"/> computes.</summary>
[Flags]
public enum NormTypes
{
    /// <summary>The largest absolute value.</summary>
    INF = 1,

    /// <summary>The sum of absolute values.</summary>
    L1 = 2,

    /// <summary>The root of the sum of squares.</summary>
    L2 = 4,

    /// <summary>The sum of squares.</summary>
    L2SQR = 5,

    /// <summary>The number of differing bits.</summary>
    Hamming = 6,

    /// <summary>The number of differing pairs of bits.</summary>
    Hamming2 = 7,

    /// <summary>Added to another value: divided by the norm of the second array.</summary>
    Relative = 8,

    /// <summary>For <see cref="Cv2.Normalize"/>: the values' range.</summary>
    MinMax = 32,
}
