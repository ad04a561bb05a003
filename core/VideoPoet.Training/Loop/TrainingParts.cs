using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>The parts of a trainee that a checkpoint holds, by name.</summary>
public sealed class TrainingParts
{
    private readonly Dictionary<string, nn.Module> _modules = [];
    private readonly Dictionary<string, IOptimizerState> _optimizers = [];

    /// <summary>Networks, moving averages and whatever else keeps its state in parameters and buffers.</summary>
    public IReadOnlyDictionary<string, nn.Module> Modules => _modules;

    /// <summary>What the optimisers remember.</summary>
    public IReadOnlyDictionary<string, IOptimizerState> Optimizers => _optimizers;

    /// <summary>Adds a module.</summary>
    /// <param name="name">Its name in the checkpoint.</param>
    /// <param name="module">The module; its parameters and buffers are written and read.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public TrainingParts With(string name, nn.Module module)
    {
        _modules.Add(name, module);
        return this;
    }

    /// <summary>Adds what an update keeps from step to step: its optimiser and, if it has one, its guard.</summary>
    /// <param name="name">Its name in the checkpoint.</param>
    /// <param name="update">The update.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public TrainingParts With(string name, ParameterUpdate update)
    {
        if (update.Guard is { } guard)
            With($"{name}-guard", guard);
        _optimizers.Add(name, update.State);
        return this;
    }
}
