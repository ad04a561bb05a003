using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>What the batches of one length group of a stage draw.</summary>
internal sealed class GroupDraws
{
    private readonly int _batch;
    private readonly StratifiedSequence _choices;
    private readonly FormDraws[] _forms;

    /// <summary>Plans a group.</summary>
    /// <param name="stage">Its stage.</param>
    /// <param name="group">The group.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="drawn">How many rows of each form earlier stages draw.</param>
    public GroupDraws(StagePlan stage, GroupPlan group, MixtureDatasets datasets, long seed, IReadOnlyDictionary<string, long> drawn)
    {
        _batch = group.Batch;
        _choices = new(RandomKey.Of(seed, "forms", stage.Name, $"{group.Lengths}"), [.. group.Variants.Select(variant => variant.Probability)]);
        _forms = [.. group.Variants.Select(variant => new FormDraws(variant, datasets.StreamOf(variant), seed, drawn))];
    }

    /// <summary>The rows of one of the stage's batches of the group.</summary>
    /// <param name="batch">The number of batches of the group before it in the stage.</param>
    public DrawnRow[] Draw(long batch)
    {
        var first = batch * _batch;
        var counts = _choices.Before(first);
        var rows = new DrawnRow[_batch];
        for (var row = 0; row < _batch; row++)
        {
            var form = _choices.At(first + row);
            rows[row] = _forms[form].Draw(counts[form]++);
        }
        return rows;
    }

    /// <summary>Adds how many rows of each form some batches draw.</summary>
    public void CountInto(Dictionary<string, long> drawn, long batches)
    {
        var counts = _choices.Before(batches * _batch);
        for (var form = 0; form < _forms.Length; form++)
            drawn[_forms[form].Key] = drawn.GetValueOrDefault(_forms[form].Key) + counts[form];
    }
}
