using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Which instructions multiply bytes.</summary>
internal enum IntegerInstructions
{
    /// <summary>Any processor's.</summary>
    Portable,

    /// <summary>AVX2.</summary>
    Avx2,

    /// <summary>AVX-VNNI.</summary>
    Vnni,
}

/// <summary>Rows of weights times all vectors, for one reading of the weights.</summary>
internal static unsafe class Product
{
    /// <summary>The best instructions of this processor.</summary>
    public static IntegerInstructions Best { get; } =
        AvxVnni.IsSupported ? IntegerInstructions.Vnni : Avx2.IsSupported ? IntegerInstructions.Avx2 : IntegerInstructions.Portable;

    /// <summary>Multiplies.</summary>
    /// <param name="matrix">The weights.</param>
    /// <param name="inputs">The vectors.</param>
    /// <param name="vectors">How many.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="y">Where the result of row 0 and the first vector goes.</param>
    /// <param name="yStride">From one vector's results to the next's.</param>
    /// <param name="adds">Whether results are added to what is there.</param>
    /// <param name="instructions">For bytes.</param>
    [MethodImpl(Compile.AtOnce)]
    public static void Rows(
        PackedMatrix matrix, ProductInputs inputs, int vectors, int first, int end, float* y, nint yStride, bool adds,
        IntegerInstructions instructions)
    {
        var products = stackalloc float[2 * Tiles.Rows];
        var bytes = (long)matrix.Stride * PackedMatrix.ElementBytes(matrix.Format);
        // Each row of a tile is from another quarter, so that the processor sees four long streams to read ahead.
        var apart = (end - first + Tiles.Rows - 1) / Tiles.Rows;
        var stride = apart * (nint)matrix.Stride;
        for (var row = first; row < first + apart; row++)
        {
            var rows = (end - row + apart - 1) / apart;
            var weights = matrix.Data + row * bytes;
            for (var vector = 0; vector < vectors; vector += 2)
            {
                var isPair = vector + 1 < vectors;
                var (x, x1) = (vector, isPair ? vector + 1 : vector);
                switch (matrix.Format)
                {
                    case WeightFormat.Float32:
                        Floats<FloatElement, float>(matrix, inputs, weights, stride, rows, x, x1, products);
                        break;
                    case WeightFormat.BFloat16:
                        Floats<BriefElement, ushort>(matrix, inputs, weights, stride, rows, x, x1, products);
                        break;
                    case var _ when instructions == IntegerInstructions.Vnni:
                        Int8<VnniDot>(matrix, inputs, weights, row, apart, rows, x, x1, products);
                        break;
                    case var _ when instructions == IntegerInstructions.Avx2:
                        Int8<Avx2Dot>(matrix, inputs, weights, row, apart, rows, x, x1, products);
                        break;
                    default:
                        Int8<PortableDot>(matrix, inputs, weights, row, apart, rows, x, x1, products);
                        break;
                }
                Put(products, y + vector * yStride + row, apart, rows, adds);
                if (isPair)
                    Put(products + Tiles.Rows, y + (vector + 1) * yStride + row, apart, rows, adds);
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void Floats<TElement, T>(
        PackedMatrix matrix, ProductInputs inputs, byte* weights, nint stride, int rows, int x, int x1, float* products)
        where TElement : IElement<T>
        where T : unmanaged
    {
        if (x == x1)
            Tiles.Floats<TElement, T>((T*)weights, stride, rows, (float*)inputs[x], matrix.Stride, products);
        else
        {
            Tiles.Floats<TElement, T>(
                (T*)weights, stride, rows, (float*)inputs[x], (float*)inputs[x1], matrix.Stride, products, products + Tiles.Rows);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void Int8<TDot>(
        PackedMatrix matrix, ProductInputs inputs, byte* weights, int row, int apart, int rows, int x, int x1, float* products)
        where TDot : IIntegerDot
    {
        var exact = stackalloc int[2 * Tiles.Rows];
        var stride = apart * (nint)matrix.Stride;
        if (x == x1)
            Tiles.Int8<TDot>((sbyte*)weights, stride, rows, inputs[x], matrix.Stride, exact);
        else
            Tiles.Int8<TDot>((sbyte*)weights, stride, rows, inputs[x], inputs[x1], matrix.Stride, exact, exact + Tiles.Rows);
        for (var index = 0; index < rows; index++)
        {
            // Bytes of vectors are around 128.
            var (shift, scale) = (128 * matrix.Sums[row + index * apart], matrix.Scales[row + index * apart]);
            products[index] = (exact[index] - shift) * (scale * inputs.Scale(x));
            products[Tiles.Rows + index] = (exact[Tiles.Rows + index] - shift) * (scale * inputs.Scale(x1));
        }
    }

    private static void Put(float* products, float* y, int apart, int rows, bool adds)
    {
        for (var index = 0; index < rows; index++)
            y[index * apart] = adds ? y[index * apart] + products[index] : products[index];
    }
}
