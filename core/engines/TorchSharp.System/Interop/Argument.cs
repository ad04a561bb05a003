using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator: a value, and the managed object that must stay alive until native code holds its own reference.</summary>
internal readonly unsafe struct Argument
{
    public readonly Value Value;
    public readonly object? Owner;

    private Argument(Value value, object? owner = null)
    {
        Value = value;
        Owner = owner;
    }

    /// <summary>The schema's default value, for an argument that stands before a given one.</summary>
    public static Argument Default => default;

    /// <summary>A missing optional argument.</summary>
    public static Argument None => new(new Value { Kind = ValueKind.None });

    public static implicit operator Argument(Tensor? tensor) =>
        tensor is null ? None : new(new Value { Kind = ValueKind.Tensor, Pointer = tensor.Handle }, tensor);

    public static implicit operator Argument(long value) => new(new Value { Kind = ValueKind.Int, Integer = value });

    public static implicit operator Argument(int value) => new(new Value { Kind = ValueKind.Int, Integer = value });

    public static implicit operator Argument(double value) => new(new Value { Kind = ValueKind.Double, Real = value });

    public static implicit operator Argument(bool value) => new(new Value { Kind = ValueKind.Bool, Integer = value ? 1 : 0 });

    public static implicit operator Argument(long? value) => value is { } given ? given : None;

    public static implicit operator Argument(double? value) => value is { } given ? given : None;

    public static implicit operator Argument(bool? value) => value is { } given ? given : None;

    public static implicit operator Argument(Scalar? scalar) => scalar is null ? None : new(scalar.Value);

    public static implicit operator Argument(ScalarType type) => (long)type;

    public static implicit operator Argument(ScalarType? type) => type is { } given ? (long)given : None;

    public static implicit operator Argument(Device? device) =>
        device is null ? None : new(new Value { Kind = ValueKind.Device, Count = (int)device.type, Integer = device.index });

    public static implicit operator Argument(Generator? generator) =>
        generator is null ? None : new(new Value { Kind = ValueKind.Generator, Pointer = generator.Handle }, generator);

    public static implicit operator Argument(ReadOnlySpan<long> values)
    {
        var copy = Scratch.Take(values.Length * sizeof(long));
        values.CopyTo(new Span<long>(copy, values.Length));
        return new(new Value { Kind = ValueKind.Ints, Count = values.Length, Pointer = (nint)copy });
    }

    public static implicit operator Argument(long[]? values) => values is null ? None : (ReadOnlySpan<long>)values;

    public static implicit operator Argument(ReadOnlySpan<double> values)
    {
        var copy = Scratch.Take(values.Length * sizeof(double));
        values.CopyTo(new Span<double>(copy, values.Length));
        return new(new Value { Kind = ValueKind.Doubles, Count = values.Length, Pointer = (nint)copy });
    }

    public static implicit operator Argument(double[]? values) => values is null ? None : (ReadOnlySpan<double>)values;

    public static implicit operator Argument(ReadOnlySpan<bool> values)
    {
        var copy = Scratch.Take(values.Length);
        values.CopyTo(new Span<bool>(copy, values.Length));
        return new(new Value { Kind = ValueKind.Bools, Count = values.Length, Pointer = (nint)copy });
    }

    /// <summary>A list of tensors; a null element is an absent one, which only some operators accept.</summary>
    public static implicit operator Argument(Tensor?[]? tensors)
    {
        if (tensors is null)
            return None;
        var handles = (nint*)Scratch.Take(tensors.Length * sizeof(nint));
        for (var i = 0; i < tensors.Length; i++)
            handles[i] = tensors[i]?.Handle ?? 0;
        return new(new Value { Kind = ValueKind.Tensors, Count = tensors.Length, Pointer = (nint)handles }, tensors);
    }

    public static implicit operator Argument(string? text)
    {
        if (text is null)
            return None;
        var length = Encoding.UTF8.GetByteCount(text);
        var copy = (byte*)Scratch.Take(length);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        return new(new Value { Kind = ValueKind.Text, Count = length, Pointer = (nint)copy });
    }
}
