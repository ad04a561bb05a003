using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>
/// Processes that train one model together: each has all of its parameters and a share of every batch. Rank 0 leads: it decides what is done next,
/// and writes everything that is written.
/// </summary>
/// <param name="group">The processes; they must live as long as this.</param>
/// <param name="options">How they share the work; the same in each.</param>
public sealed class DataParallel(IProcessGroup group, DataParallelOptions? options = null)
{
    private readonly List<SharedOptimizerState> _optimizers = [];

    /// <summary>The number of this process, from 0.</summary>
    public int Rank => group.Rank;

    /// <summary>How many processes there are.</summary>
    public int Size => group.Size;

    /// <summary>Whether this process decides and writes.</summary>
    public bool Leads => Rank == 0;

    /// <summary>The processes.</summary>
    public IProcessGroup Group => group;

    /// <summary>How they share the work.</summary>
    public DataParallelOptions Options { get; } = options ?? new();

    /// <summary>The optimisers whose state is shared, in the order in which every process made them.</summary>
    internal IReadOnlyList<SharedOptimizerState> Optimizers => _optimizers;

    /// <summary>Sums numbers over all processes, such as losses and counts of tokens.</summary>
    /// <param name="values">The numbers of this process, as many in each.</param>
    public double[] Sum(params ReadOnlySpan<double> values) => group.Sum(values);

    /// <summary>Tells the others what is done next; every one of them must be waiting in <see cref="Hear"/>.</summary>
    /// <param name="order">What is done.</param>
    /// <param name="argument">A number that belongs to it.</param>
    /// <returns>Whether one of them was asked to stop.</returns>
    internal bool Tell(Order order, long argument = 0) => Exchange((long)order, argument, 0)[2] > 0;

    /// <summary>Waits for what rank 0 does next.</summary>
    /// <param name="wishesToStop">Whether this process was asked to stop.</param>
    internal (Order Order, long Argument) Hear(bool wishesToStop) =>
        Exchange(0, 0, wishesToStop ? 1 : 0) is var heard ? ((Order)heard[0], heard[1]) : default;

    /// <summary>Adds an optimiser whose state is shared.</summary>
    /// <returns>Its number, the same in all processes.</returns>
    internal int Add(SharedOptimizerState optimizer)
    {
        _optimizers.Add(optimizer);
        return _optimizers.Count - 1;
    }

    private long[] Exchange(params long[] values)
    {
        using var scope = NewDisposeScope();
        var sum = tensor(values);
        group.AllReduce(sum);
        return [.. sum.data<long>()];
    }
}
