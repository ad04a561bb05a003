using VideoPoet.Inference.Decoding.Vectors;
using static TorchSharp.torch;

namespace VideoPoet.Inference.Decoding.Managed;

/// <summary>A matrix of weights, row by row, as <see cref="Tiles"/> read it. Single precision is lent by the tensor where rows fit.</summary>
internal sealed unsafe class PackedMatrix : IDisposable
{
    private readonly AlignedMemory? _own;
    private readonly Tensor? _lender;

    /// <summary>Takes weights in.</summary>
    /// <param name="weight">Single precision, on the processor: [rows, width].</param>
    /// <param name="format">The form.</param>
    /// <exception cref="ArgumentException">Rows are too long for whole numbers.</exception>
    public PackedMatrix(Tensor weight, WeightFormat format)
    {
        (Rows, Width, Format) = ((int)weight.shape[0], (int)weight.shape[1], format);
        Stride = PaddedWidth(Width, format);
        if (format == WeightFormat.Int8 && Width > IIntegerDot.Most)
            throw new ArgumentException($"rows of {Width} weights are too long for {nameof(WeightFormat.Int8)}; {IIntegerDot.Most} are the most.");
        if (format == WeightFormat.Float32 && Stride == Width)
        {
            _lender = weight.alias().DetachFromDisposeScope();
            Data = (byte*)TensorMemory.Of(_lender);
            return;
        }
        _own = new((long)Rows * Stride * ElementBytes(format) + (format == WeightFormat.Int8 ? (long)Rows * (sizeof(float) + sizeof(int)) : 0));
        Data = _own.Start;
        if (format == WeightFormat.Int8)
        {
            Scales = (float*)(Data + (long)Rows * Stride);
            Sums = (int*)(Scales + Rows);
        }
        var source = (nint)TensorMemory.Of(weight);
        Parallel.For(0, Rows, row => Pack((float*)source + (long)row * Width, row));
    }

    /// <summary>The number of rows: outputs.</summary>
    public int Rows { get; }

    /// <summary>The number of inputs.</summary>
    public int Width { get; }

    /// <summary>The numbers from one row to the next; those beyond the width are 0.</summary>
    public int Stride { get; }

    /// <summary>The form.</summary>
    public WeightFormat Format { get; }

    /// <summary>The weights.</summary>
    public byte* Data { get; }

    /// <summary>What the whole numbers of a row are multiplied by.</summary>
    public float* Scales { get; }

    /// <summary>The sums of the whole numbers of rows.</summary>
    public int* Sums { get; }

    /// <summary>The bytes that a product reads.</summary>
    public long Bytes => _own?.Bytes ?? (long)Rows * Stride * sizeof(float);

    /// <summary>The bytes beside the tensor's.</summary>
    public long OwnBytes => _own?.Bytes ?? 0;

    /// <summary>The bytes of a number.</summary>
    /// <param name="format">The form.</param>
    public static int ElementBytes(WeightFormat format) => format switch
    {
        WeightFormat.Float32 => sizeof(float),
        WeightFormat.BFloat16 => sizeof(ushort),
        _ => sizeof(sbyte),
    };

    /// <summary>The numbers of a row with padding.</summary>
    /// <param name="width">Those without.</param>
    /// <param name="format">The form.</param>
    public static int PaddedWidth(int width, WeightFormat format)
    {
        var multiple = format == WeightFormat.Int8 ? 64 : 32;
        return (width + multiple - 1) / multiple * multiple;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _own?.Dispose();
        _lender?.Dispose();
    }

    private void Pack(float* source, int row)
    {
        var weights = new ReadOnlySpan<float>(source, Width);
        switch (Format)
        {
            case WeightFormat.Float32:
                weights.CopyTo(new Span<float>((float*)Data + (long)row * Stride, Width));
                break;
            case WeightFormat.BFloat16:
                var brief = (ushort*)Data + (long)row * Stride;
                for (var index = 0; index < Width; index++)
                    brief[index / 32 * 32 + BriefElement.Place(index % 32 >= 16, index % 16)] = Brief.Round(weights[index]);
                break;
            default:
                PackInt8(weights, (sbyte*)Data + (long)row * Stride, row);
                break;
        }
    }

    private void PackInt8(ReadOnlySpan<float> weights, sbyte* packed, int row)
    {
        var greatest = 0f;
        foreach (var weight in weights)
            greatest = Math.Max(greatest, Math.Abs(weight));
        var scale = greatest / sbyte.MaxValue;
        var inverse = greatest > 0 ? sbyte.MaxValue / greatest : 0;
        var sum = 0;
        for (var index = 0; index < weights.Length; index++)
        {
            packed[index] = (sbyte)MathF.Round(weights[index] * inverse);
            sum += packed[index];
        }
        (Scales[row], Sums[row]) = (scale, sum);
    }
}
