using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>A network that a recipe trains by one loss, with the update of its parameters and, where the recipe asks for one, their average.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class LearningNetwork<TNetwork> : IDisposable
    where TNetwork : nn.Module
{
    private readonly ParameterUpdate _update;
    private readonly MovingAverage? _average;

    /// <summary>Makes the optimiser and starts the average.</summary>
    /// <param name="network">The network, which belongs to this object from now on.</param>
    /// <param name="recipe">What trains it.</param>
    /// <param name="name">What a checkpoint calls the network.</param>
    /// <param name="optimizer">What a checkpoint calls the optimiser; as the network when null.</param>
    public LearningNetwork(TNetwork network, RecipeSpec recipe, string name, string? optimizer = null)
    {
        Network = network;
        _update = new(network.named_parameters(), recipe.Optimizer, recipe.Schedule, recipe.Steps);
        Parts = new TrainingParts().With(name, network).With(optimizer ?? name, _update);
        if (recipe.MovingAverage is { } decay)
            Parts.With("average", _average = new(network, decay));
    }

    /// <summary>The network, with the weights of the last step.</summary>
    public TNetwork Network { get; }

    /// <summary>What a checkpoint holds of it; whoever trains more adds to it.</summary>
    public TrainingParts Parts { get; }

    /// <summary>What a step reports of its update.</summary>
    public IEnumerable<Figure> Figures => _update.Figures;

    /// <summary>Updates the parameters, and their average with them.</summary>
    /// <param name="loss">One number.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="highest">The highest learning rate of the schedule; the optimiser's when null.</param>
    /// <returns>Whether the parameters were updated.</returns>
    public bool Learn(Tensor loss, long step, double? highest = null)
    {
        var isUpdated = _update.Apply(loss, step, highest);
        if (isUpdated)
            _average?.Update();
        return isUpdated;
    }

    /// <summary>Puts the average into the network until the result is disposed; null where there is none.</summary>
    public IDisposable? Averaged() => _average?.Swap();

    /// <summary>Frees all three.</summary>
    public void Dispose()
    {
        _update.Dispose();
        _average?.Dispose();
        Network.Dispose();
    }
}
