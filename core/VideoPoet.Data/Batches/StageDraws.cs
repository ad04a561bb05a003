using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>What the steps of one stage draw.</summary>
internal sealed class StageDraws
{
    private readonly long _firstStep;
    private readonly int _accumulation;
    private readonly StratifiedSequence _choices;
    private readonly GroupDraws[] _groups;

    /// <summary>Plans a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="firstStep">Its first step.</param>
    /// <param name="endStep">The step after its last.</param>
    /// <param name="accumulation">The batches of one step.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="drawn">How many rows of each form earlier stages draw, by <see cref="FormDraws.Key"/>.</param>
    public StageDraws(
        StagePlan stage, long firstStep, long endStep, int accumulation, MixtureDatasets datasets, long seed, IReadOnlyDictionary<string, long> drawn)
    {
        (Stage, _firstStep, EndStep, _accumulation) = (stage, firstStep, endStep, accumulation);
        _choices = new(RandomKey.Of(seed, "groups", stage.Name), [.. stage.Groups.Select(group => group.Probability)]);
        _groups = [.. stage.Groups.Select(group => new GroupDraws(stage, group, datasets, seed, drawn))];
    }

    /// <summary>The stage.</summary>
    public StagePlan Stage { get; }

    /// <summary>The step after its last.</summary>
    public long EndStep { get; }

    /// <summary>Draws a batch of a step of the stage.</summary>
    public BatchDraw Draw(long step, int accumulation)
    {
        var place = PlaceOf(step) + accumulation;
        var group = _choices.At(place);
        return new(step, accumulation, Stage.Name, Stage.Groups[group].Lengths, _groups[group].Draw(_choices.Before(place)[group]));
    }

    /// <summary>Adds how many rows of each form the stage draws.</summary>
    public void CountInto(Dictionary<string, long> drawn)
    {
        var batches = _choices.Before(PlaceOf(EndStep));
        for (var group = 0; group < _groups.Length; group++)
            _groups[group].CountInto(drawn, batches[group]);
    }

    private long PlaceOf(long step) => (step - _firstStep) * _accumulation;
}
