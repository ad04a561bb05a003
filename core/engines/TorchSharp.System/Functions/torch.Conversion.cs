using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.clone()"/>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary>The elements in single precision.</summary>
    public static Tensor FloatTensor(Tensor t) => t.@float();

    /// <summary>The elements in double precision.</summary>
    public static Tensor DoubleTensor(Tensor t) => t.@double();

    /// <summary>The elements as unsigned 8-bit integers.</summary>
    public static Tensor ByteTensor(Tensor t) => t.@byte();

    /// <summary>The elements as 16-bit integers.</summary>
    public static Tensor ShortTensor(Tensor t) => t.@short();

    /// <summary>The elements as 32-bit integers.</summary>
    public static Tensor IntTensor(Tensor t) => t.@int();

    /// <summary>The elements as 64-bit integers.</summary>
    public static Tensor LongTensor(Tensor t) => t.@long();

    /// <summary>The elements as truth values.</summary>
    public static Tensor BoolTensor(Tensor t) => t.@bool();

    /// <summary>Complex numbers from their parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => Ops.complex.Invoke(real, imag);

    /// <summary>Complex numbers from their lengths and angles.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => Ops.polar.Invoke(abs, angle);
}
