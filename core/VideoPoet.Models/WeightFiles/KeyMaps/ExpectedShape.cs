using VideoPoet.Core;

namespace VideoPoet.Models.WeightFiles;

/// <summary>The shape that a tensor in a file must have to be of use.</summary>
/// <param name="Shape">The sizes of all dimensions.</param>
/// <param name="OnlyCount">Whether any shape with as many elements will do.</param>
internal sealed record ExpectedShape(ValueList<long> Shape, bool OnlyCount = false)
{
    public bool Accepts(WeightEntry entry) => OnlyCount ? entry.Elements == Elements : entry.Shape.Equals(Shape);

    public override string ToString() => OnlyCount ? $"{Elements} elements" : $"[{Shape}]";

    private long Elements => Shape.Aggregate(1L, (product, size) => product * size);
}
