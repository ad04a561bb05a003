using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Training.Distributed;

/// <summary>What several processes do together for one update of the parameters.</summary>
internal sealed class SharedUpdate : IDisposable
{
    private readonly DataParallel _parallel;
    private readonly ParameterShares _shares;

    /// <param name="parallel">The processes.</param>
    /// <param name="parameters">What is updated, in the same order everywhere.</param>
    /// <param name="create">Makes an optimiser for some of them.</param>
    public SharedUpdate(DataParallel parallel, IReadOnlyList<Parameter> parameters, Func<IReadOnlyList<Parameter>, OptimizerHelper> create)
    {
        _parallel = parallel;
        _shares = new(parameters, parallel.Size);
        Optimizer = create(parallel.Options.ShardsOptimizer ? _shares.Of(parallel.Rank) : parameters);
        Gradients = new(parallel, parameters);
        State = new(parallel, parameters, _shares, Optimizer, create);
    }

    /// <summary>The optimiser of this process.</summary>
    public OptimizerHelper Optimizer { get; }

    public GradientExchange Gradients { get; }

    public SharedOptimizerState State { get; }

    public double Sum(double value) => _parallel.Sum(value)[0];

    /// <summary>Rank 0's value: what is decided by it is decided alike, should the last bits differ between machines.</summary>
    public double Agree(double value)
    {
        using var scope = NewDisposeScope();
        var agreed = tensor(new[] { value });
        _parallel.Group.Broadcast(agreed);
        return agreed[0].ToDouble();
    }

    /// <summary>Gives all processes the parameters that each of them has updated.</summary>
    public void Spread()
    {
        if (_parallel.Options.ShardsOptimizer)
            ParameterSpread.Send(_parallel.Group, _shares);
    }

    public void Dispose() => Gradients.Dispose();
}
