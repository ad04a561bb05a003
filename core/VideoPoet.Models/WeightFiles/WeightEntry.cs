using TorchSharp;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>What a weight file says of one tensor without reading its values.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The sizes of all dimensions; empty for a single number.</param>
public sealed record WeightEntry(string Name, ScalarType Type, ValueList<long> Shape)
{
    /// <summary>The number of elements.</summary>
    public long Elements { get; } = Shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>The bytes of all elements.</summary>
    public long Bytes => checked(Elements * Type.ElementSize());

    /// <summary>The name, the type and the shape, as in <c>'encoder.weight' Float32 [2, 3]</c>.</summary>
    public override string ToString() => $"'{Name}' {Type} [{Shape}]";
}
