using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>Knows how large losses usually are, and which is far larger. What it knows stands in a buffer, which a checkpoint holds.</summary>
/// <remarks>
/// The mean and the variance are those of about the latest fifty losses of a kind. A spike is taken into them as if it were just at the limit: so
/// a loss that is larger from now on, such as that of a new stage, is soon usual. What a step taught stands in the buffer when the step is done: one
/// that another process is lost in is taken again, and its losses are then new.
/// </remarks>
public sealed class SpikeGuard : nn.Module
{
    private const int Unjudged = 20; // losses before which the deviation means little
    private const double LeastWeight = 0.02;
    private const double LeastDeviation = 0.02; // as a share of the mean, for losses that hardly change

    private readonly double _above;
    private readonly Tensor _known; // float64 [kinds, 3]: how many losses, their mean, their variance
    private readonly Dictionary<int, (double Count, double Mean, double Variance)> _learnt = []; // by kind, of the step that is under way

    /// <summary>Knows nothing yet.</summary>
    /// <param name="above">How many standard deviations a loss may be above the mean, above 0.</param>
    /// <param name="kinds">The kinds of losses, at least 1.</param>
    public SpikeGuard(double above, int kinds = 1) : base(nameof(SpikeGuard))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(above);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kinds);
        _above = above;
        _known = zeros([kinds, 3], ScalarType.Float64).DetachFromDisposeScope();
        register_buffer("known", _known);
    }

    /// <summary>Whether a loss is a spike; the next one is judged by it as well.</summary>
    /// <param name="loss">The loss, which is finite.</param>
    /// <param name="kind">Its kind, from 0.</param>
    public bool IsSpike(double loss, int kind = 0)
    {
        var (count, mean, variance) = _learnt.TryGetValue(kind, out var learnt) ? learnt : Known(kind);
        var limit = count < Unjudged
            ? double.PositiveInfinity
            : mean + _above * Math.Max(Math.Sqrt(variance), LeastDeviation * Math.Abs(mean));
        var taken = Math.Min(loss, limit);
        var weight = Math.Max(1 / (count + 1), LeastWeight);
        var change = taken - mean;
        _learnt[kind] = (count + 1, mean + weight * change, (1 - weight) * (variance + weight * change * change));
        return loss > limit;
    }

    /// <summary>Keeps what the losses since the last call taught.</summary>
    public void Keep()
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (kind, (count, mean, variance)) in _learnt)
            _known[kind].copy_(tensor(new[] { count, mean, variance }));
        _learnt.Clear();
    }

    private (double Count, double Mean, double Variance) Known(int kind)
    {
        using var scope = NewDisposeScope();
        var row = _known[kind];
        return (row[0].ToDouble(), row[1].ToDouble(), row[2].ToDouble());
    }
}
