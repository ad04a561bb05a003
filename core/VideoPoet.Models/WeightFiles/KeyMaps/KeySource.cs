using VideoPoet.Core;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// How one tensor of a module is made of tensors in a file. Names may repeat the words of the rule's pattern, see <see cref="KeyRule"/>.
/// </summary>
public abstract record KeySource
{
    private KeySource(params ReadOnlySpan<ValueList<string>> inputs) => Inputs = ValueList.Create(inputs);

    /// <summary>For each tensor that is read, the names that it may have; the first that the file has counts.</summary>
    internal ValueList<ValueList<string>> Inputs { get; }

    /// <summary>The stored tensor as it is.</summary>
    /// <param name="names">The name, or several: writers differ, and the first that the file has counts.</param>
    public static KeySource Tensor(params ReadOnlySpan<string> names) => new AsStored(ValueList.Create(names));

    /// <summary>The stored tensor with two dimensions exchanged.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dim0">The one dimension, from 0.</param>
    /// <param name="dim1">The other dimension, from 0.</param>
    public static KeySource Transposed(string name, int dim0 = 0, int dim1 = 1) => new Exchanged([name], dim0, dim1);

    /// <summary>The stored tensor in the module's shape: the same elements in the same order.</summary>
    /// <param name="name">The name.</param>
    public static KeySource Reshaped(string name) => new Regrouped([name]);

    /// <summary>The plain weight that a stored direction and its stored magnitudes stand for, see <see cref="WeightNorm"/>.</summary>
    /// <param name="direction">The name of v, of the module's shape.</param>
    /// <param name="magnitude">The name of g, of size 1 in every dimension but <paramref name="dim"/>.</param>
    /// <param name="dim">The dimension that keeps its own magnitudes, from 0.</param>
    public static KeySource WeightNormed(string direction, string magnitude, int dim = 0) => new Folded([direction], [magnitude], dim);

    /// <summary>The name under which the tensor is stored as it is; null when it is made of others.</summary>
    internal virtual string? Name => null;

    /// <summary>The shape that an input must have for a tensor of the module.</summary>
    internal abstract ExpectedShape Expected(int input, ValueList<long> target);

    /// <summary>Makes the module's tensor of the stored ones, one for each of <see cref="Inputs"/>.</summary>
    internal abstract Tensor Make(IReadOnlyList<Tensor> stored, ValueList<long> target);

    private sealed record AsStored(ValueList<string> Names) : KeySource(Names)
    {
        internal override string? Name => Names[0];

        internal override ExpectedShape Expected(int input, ValueList<long> target) => new(target);

        internal override Tensor Make(IReadOnlyList<Tensor> stored, ValueList<long> target) => stored[0];
    }

    private sealed record Exchanged(ValueList<string> Names, int Dim0, int Dim1) : KeySource(Names)
    {
        internal override ExpectedShape Expected(int input, ValueList<long> target)
        {
            if (Math.Max(Dim0, Dim1) >= target.Count)
                throw new ArgumentException($"'{Names[0]}' cannot exchange dimensions {Dim0} and {Dim1} of the shape [{target}].");
            long[] shape = [.. target];
            (shape[Dim0], shape[Dim1]) = (shape[Dim1], shape[Dim0]);
            return new(shape.ToValueList());
        }

        internal override Tensor Make(IReadOnlyList<Tensor> stored, ValueList<long> target) => stored[0].transpose(Dim0, Dim1);
    }

    private sealed record Regrouped(ValueList<string> Names) : KeySource(Names)
    {
        internal override ExpectedShape Expected(int input, ValueList<long> target) => new(target, OnlyCount: true);

        internal override Tensor Make(IReadOnlyList<Tensor> stored, ValueList<long> target) => stored[0].reshape([.. target]);
    }

    private sealed record Folded(ValueList<string> Direction, ValueList<string> Magnitude, int Dim) : KeySource(Direction, Magnitude)
    {
        internal override ExpectedShape Expected(int input, ValueList<long> target) =>
            new(input == 0 ? target : target.Select((size, dim) => dim == Dim ? size : 1).ToValueList());

        internal override Tensor Make(IReadOnlyList<Tensor> stored, ValueList<long> target) => WeightNorm.Weight(stored[0], stored[1], Dim);
    }
}
