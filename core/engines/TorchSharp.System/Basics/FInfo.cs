namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of the default floating-point type.</summary>
    public static FInfo finfo() => finfo(s_defaultType);

    /// <summary>The limits of a floating-point type.</summary>
    /// <param name="dtype">The type; of complex ones, their parts count.</param>
    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new(16, 10, 15, 1e-3),
        ScalarType.BFloat16 => new(16, 7, 127, 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => new(32, 23, 127, 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => new(64, 52, 1023, 1e-15),
        _ => throw new ArgumentException($"{dtype} is not a floating-point type.", nameof(dtype)),
    };

    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        /// <summary>The number of bits.</summary>
        public int bits;

        /// <summary>The distance from one to the next number.</summary>
        public double eps;

        /// <summary>The largest number.</summary>
        public double max;

        /// <summary>The lowest number.</summary>
        public double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public double tiny;

        /// <summary>The smallest positive number of full precision.</summary>
        public double smallest_normal;

        /// <summary>The smallest distance of decimal numbers near one that stay apart.</summary>
        public double resolution;

        internal FInfo(int bits, int fractionBits, int largestExponent, double resolution)
        {
            this.bits = bits;
            this.resolution = resolution;
            eps = double.ScaleB(1, -fractionBits);
            max = double.ScaleB(2 - eps, largestExponent);
            min = -max;
            tiny = smallest_normal = double.ScaleB(1, 1 - largestExponent);
        }
    }
}
