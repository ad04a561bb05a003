using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VideoPoet.Inference.Decoding.Vectors;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>Vectors as products with weights of a format take them. Every worker makes its own: that is quicker than to wait.</summary>
/// <param name="format">The format of the weights.</param>
/// <param name="memory">For <see cref="Bytes"/> bytes.</param>
/// <param name="vectors">How many vectors at most.</param>
/// <param name="width">The numbers of a vector at most.</param>
internal sealed unsafe class ProductInputs(WeightFormat format, byte* memory, int vectors, int width)
{
    private readonly float* _normed = (float*)memory;
    private readonly float* _scales = (float*)(memory + NormedBytes(width));
    private readonly byte* _data = memory + NormedBytes(width) + ScaleBytes(vectors);
    private int _width;

    /// <summary>The memory that is needed, bytes.</summary>
    /// <param name="format">The format of the weights.</param>
    /// <param name="vectors">How many vectors at most.</param>
    /// <param name="width">The numbers of a vector at most.</param>
    public static long Bytes(WeightFormat format, int vectors, int width) =>
        NormedBytes(width) + ScaleBytes(vectors) + vectors * RowBytes(format, width);

    /// <summary>A vector in the form that is read.</summary>
    /// <param name="row">The vector.</param>
    public byte* this[int row] => _data + row * RowBytes(format, _width);

    /// <summary>What the whole numbers of a vector are multiplied by.</summary>
    /// <param name="row">The vector.</param>
    public float Scale(int row) => _scales[row];

    /// <summary>Takes vectors in.</summary>
    /// <param name="source">The first; each is padded by zeros to a multiple of 32.</param>
    /// <param name="stride">From one to the next.</param>
    /// <param name="count">How many.</param>
    /// <param name="vectorWidth">Their numbers.</param>
    public void Take(float* source, nint stride, int count, int vectorWidth)
    {
        _width = vectorWidth;
        for (var row = 0; row < count; row++)
            Put(source + row * stride, row);
    }

    /// <summary>Takes vectors in after root-mean-square norm (Zhang &amp; Sennrich, arXiv 1910.07467).</summary>
    /// <param name="source">The first.</param>
    /// <param name="stride">From one to the next.</param>
    /// <param name="count">How many.</param>
    /// <param name="vectorWidth">Their numbers.</param>
    /// <param name="weight">The scales of the norm.</param>
    public void TakeNormed(float* source, nint stride, int count, int vectorWidth, float* weight)
    {
        _width = vectorWidth;
        for (var row = 0; row < count; row++)
        {
            VectorSteps.Norm(source + row * stride, weight, _normed, vectorWidth);
            Put(_normed, row);
        }
    }

    private static long NormedBytes(int width) => AlignedMemory.Aligned((long)sizeof(float) * PackedMatrix.PaddedWidth(width, WeightFormat.Float32));

    private static long ScaleBytes(int vectors) => AlignedMemory.Aligned((long)sizeof(float) * vectors);

    private static long RowBytes(WeightFormat format, int width) => format == WeightFormat.Int8
        ? PackedMatrix.PaddedWidth(width, format)
        : (long)sizeof(float) * PackedMatrix.PaddedWidth(width, format);

    [MethodImpl(Compile.AtOnce)]
    private void Put(float* source, int row)
    {
        if (format == WeightFormat.Int8)
            _scales[row] = Quantize(source, this[row]);
        else
            new ReadOnlySpan<float>(source, PackedMatrix.PaddedWidth(_width, format)).CopyTo(new((float*)this[row], PackedMatrix.PaddedWidth(_width, format)));
    }

    // Bytes around 128, and what they are multiplied by.
    [MethodImpl(Compile.AtOnce)]
    private float Quantize(float* source, byte* target)
    {
        var greatest = Rounding.Greatest(source, _width);
        var inverse = greatest > 0 ? sbyte.MaxValue / greatest : 0;
        var index = 0;
        // The zeros that pad the vector become 128.
        for (; index < _width; index += 16)
            Rounding.Bytes(Rounding.Whole(Vector512.Load(source + index), inverse) + Vector512.Create(128)).Store(target + index);
        for (; index < PackedMatrix.PaddedWidth(_width, WeightFormat.Int8); index++)
            target[index] = 128;
        return greatest / sbyte.MaxValue;
    }
}
