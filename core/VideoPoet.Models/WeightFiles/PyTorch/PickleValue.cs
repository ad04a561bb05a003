using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>What a pickle can hold here, besides null, texts, 64-bit whole numbers, floating-point numbers and truth values.</summary>
internal abstract record PickleValue
{
    private PickleValue()
    {
    }

    /// <summary>The name of a class or function, which is only ever compared.</summary>
    public sealed record Global(string Module, string Name) : PickleValue
    {
        public override string ToString() => $"{Module}.{Name}";
    }

    /// <summary>A fixed sequence.</summary>
    public sealed record Tuple(object?[] Items) : PickleValue;

    /// <summary>A growing sequence; its items are never needed, so they are not kept.</summary>
    public sealed record List : PickleValue;

    /// <summary>Keys and values in the order in which they came, duplicates included.</summary>
    public sealed record Dictionary(List<(object? Key, object? Value)> Items) : PickleValue;

    /// <summary>A run of elements, in a file of the archive.</summary>
    /// <param name="Key">The name of that file.</param>
    /// <param name="Type">The element type.</param>
    /// <param name="Elements">The number of elements.</param>
    public sealed record Storage(string Key, ScalarType Type, long Elements) : PickleValue;

    /// <summary>A view of a storage.</summary>
    /// <param name="Of">The storage.</param>
    /// <param name="Offset">The place of the first element in it, in elements.</param>
    /// <param name="Shape">The sizes of all dimensions.</param>
    /// <param name="Strides">Elements from one index to the next in every dimension.</param>
    public sealed record Tensor(Storage Of, long Offset, ValueList<long> Shape, ValueList<long> Strides) : PickleValue;
}
