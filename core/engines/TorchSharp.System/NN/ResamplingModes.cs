namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between samples are made when a tensor is resized.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest sample, as early versions of PyTorch compute it.</summary>
        Nearest = 0,

        /// <summary>Linear, over one dimension.</summary>
        Linear = 1,

        /// <summary>Linear, over two dimensions.</summary>
        Bilinear = 2,

        /// <summary>Cubic, over two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Linear, over three dimensions.</summary>
        Trilinear = 4,

        /// <summary>The mean of the area that an output sample covers.</summary>
        Area = 5,

        /// <summary>The nearest sample, as image libraries compute it.</summary>
        NearestExact = 6,
    }

    /// <summary>How values between samples are made when a tensor is enlarged.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest sample.</summary>
        Nearest = 0,

        /// <summary>Linear, over one dimension.</summary>
        Linear = 1,

        /// <summary>Linear, over two dimensions.</summary>
        Bilinear = 2,

        /// <summary>Cubic, over two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Linear, over three dimensions.</summary>
        Trilinear = 4,
    }

    /// <summary>How values at the points of a grid are made.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest sample.</summary>
        Nearest = 0,

        /// <summary>Linear in every dimension.</summary>
        Bilinear = 2,
    }

    /// <summary>What stands beyond the edges of a tensor that is sampled at the points of a grid.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,

        /// <summary>The tensor mirrored at its edge.</summary>
        Reflection = 1,

        /// <summary>The edge, repeated.</summary>
        Border = 2,
    }
}
