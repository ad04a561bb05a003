using static TorchSharp.torch;

namespace VideoPoet.Models.LanguageModel.Network;

/// <summary>
/// A run of positions that are padding in every sequence of a batch, as captions are shorter than their slots. Nothing sees them, so they are left out
/// of what is computed; the others keep their places.
/// </summary>
/// <param name="Start">The first position.</param>
/// <param name="End">The position after the last; <paramref name="Start"/> when there are none.</param>
internal readonly record struct PaddingGap(int Start, int End)
{
    /// <summary>The gap of a batch.</summary>
    /// <param name="batch">The sequences.</param>
    public static PaddingGap Of(SequenceBatch batch)
    {
        var runs = batch.Layouts.Zip(batch.TextLengths, TextPadding.RunOf).ToArray();
        var (start, end) = (runs.Max(run => run.Start), runs.Min(run => run.End));
        return start < end ? new(start, end) : default;
    }

    /// <summary>The number of positions.</summary>
    public int Length => End - Start;

    /// <summary>Leaves the gap out.</summary>
    /// <param name="tensor">With all positions from the first on.</param>
    /// <param name="dimension">The dimension of positions.</param>
    public Tensor Cut(Tensor tensor, int dimension) => Length == 0
        ? tensor
        : cat([tensor.narrow(dimension, 0, Start), tensor.narrow(dimension, End, tensor.shape[dimension] - End)], dimension);

    /// <summary>Puts zeros where the gap was.</summary>
    /// <param name="states">[batch, positions without the gap, width]</param>
    public Tensor Fill(Tensor states)
    {
        if (Length == 0)
            return states;
        using var scope = NewDisposeScope();
        var zeros = states.new_zeros(states.shape[0], Length, states.shape[2]);
        return cat([states.narrow(1, 0, Start), zeros, states.narrow(1, Start, states.shape[1] - Start)], 1).MoveToOuterDisposeScope();
    }
}
