using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>An exponential moving average of a network's parameters, which often does better than the parameters themselves.</summary>
/// <remarks>
/// After n updates the decay is the smaller of the given one and (1 + n) / (10 + n), so that the first values are soon forgotten. Buffers of the
/// network have no average: whoever keeps them, such as codebooks, averages by itself. The average is kept in buffers, which a checkpoint holds.
/// </remarks>
public sealed class MovingAverage : nn.Module
{
    private readonly double _decay;
    private readonly IReadOnlyList<(Parameter Parameter, Tensor Average)> _pairs;
    private readonly Tensor _updates;

    /// <summary>Starts with the parameters as they are.</summary>
    /// <param name="module">The network; it must live as long as the average is used.</param>
    /// <param name="decay">The share of the old average that an update keeps, above 0 and below 1.</param>
    public MovingAverage(nn.Module module, double decay) : base(nameof(MovingAverage))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(decay, 1);
        _decay = decay;
        using var silent = no_grad();
        _pairs = [.. module.named_parameters().Select(entry => (entry.parameter, Register(entry.name, entry.parameter)))];
        _updates = zeros([], ScalarType.Int64).DetachFromDisposeScope();
        register_buffer("updates", _updates);
    }

    /// <summary>Takes the parameters into the average, after each of their updates.</summary>
    public void Update()
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var updates = _updates.ToInt64();
        var decay = Math.Min(_decay, (1.0 + updates) / (10.0 + updates));
        foreach (var (parameter, average) in _pairs)
            average.mul_(decay).add_(parameter, alpha: 1 - decay);
        _updates.fill_(updates + 1);
    }

    /// <summary>Puts the average into the network, and the network's own parameters back when the result is disposed.</summary>
    public IDisposable Swap()
    {
        Exchange();
        return new SwapBack(this);
    }

    // A buffer's name has no dots.
    private Tensor Register(string name, Parameter parameter)
    {
        var average = parameter.detach().clone().DetachFromDisposeScope();
        register_buffer(name.Replace('.', '/'), average);
        return average;
    }

    private void Exchange()
    {
        using var silent = no_grad();
        foreach (var (parameter, average) in _pairs)
        {
            using var kept = parameter.detach().clone();
            parameter.copy_(average);
            average.copy_(kept);
        }
    }

    private sealed class SwapBack(MovingAverage average) : IDisposable
    {
        private bool _done;

        public void Dispose()
        {
            if (_done)
                return;
            _done = true;
            average.Exchange();
        }
    }
}
