using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The elements of a tensor as text, by their index in row-major order.</summary>
internal sealed class ElementText : IDisposable
{
    private readonly Tensor _elements;
    private readonly Func<long, string> _text;

    public ElementText(Tensor tensor, string format, CultureInfo culture)
    {
        Shape = tensor.shape;
        Type = tensor.dtype;
        using var resolved = tensor.resolve_conj();
        _elements = resolved.cpu();
        _text = Type switch
        {
            ScalarType.Float16 => Read<Half>(value => ((float)value).ToString(format, culture)),
            ScalarType.BFloat16 => Read<BFloat16>(value => value.ToSingle().ToString(format, culture)),
            ScalarType.Float32 => Read<float>(value => value.ToString(format, culture)),
            ScalarType.Float64 => Read<double>(value => value.ToString(format, culture)),
            ScalarType.Byte => Read<byte>(value => value.ToString(culture)),
            ScalarType.Int8 => Read<sbyte>(value => value.ToString(culture)),
            ScalarType.Int16 => Read<short>(value => value.ToString(culture)),
            ScalarType.Int32 => Read<int>(value => value.ToString(culture)),
            ScalarType.Int64 => Read<long>(value => value.ToString(culture)),
            ScalarType.Bool => Read<bool>(value => value.ToString(culture)),
            ScalarType.ComplexFloat32 => Read<(float Real, float Imaginary)>(value => Pair(value.Real, value.Imaginary)),
            ScalarType.ComplexFloat64 => Read<Complex>(value => Pair(value.Real, value.Imaginary)),
            _ => throw new NotSupportedException($"Elements of type {Type} cannot be written out."),
        };

        string Pair(double real, double imaginary) =>
            imaginary == 0 ? real.ToString(format, culture)
            : (real == 0 ? "" : real.ToString(format, culture) + "+") + imaginary.ToString(format, culture) + "i";
    }

    public long[] Shape { get; }

    public ScalarType Type { get; }

    public string this[long index] => _text(index);

    public void Dispose() => _elements.Dispose();

    private Func<long, string> Read<T>(Func<T, string> text) where T : unmanaged
    {
        var values = new Utils.TensorAccessor<T>(_elements);
        return index => text(values[index]);
    }
}
