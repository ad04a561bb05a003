namespace VideoPoet.Training;

/// <summary>Remembers which evaluation was the best, and says when better ones are no longer to be expected.</summary>
internal sealed class Judge
{
    private readonly Goal? _goal;
    private readonly bool _mustHave;
    private readonly int? _patience;

    /// <summary>Goes on from what a checkpoint remembers.</summary>
    /// <param name="plan">The figure that the recipe names, and the patience.</param>
    /// <param name="own">The figure that what is trained names.</param>
    /// <param name="earlier">What the checkpoint remembers; forgotten where it is about another figure.</param>
    public Judge(RunPlan plan, Goal? own, BestEvaluation? earlier)
    {
        _goal = plan.Goal is { } named ? named with { From = own?.From ?? 0 } : own;
        (_mustHave, _patience) = (plan.Goal is not null, plan.Patience);
        Best = earlier?.Figure == _goal?.Figure ? earlier : null;
    }

    /// <summary>The best evaluation so far; null before there is one.</summary>
    public BestEvaluation? Best { get; private set; }

    /// <summary>Whether so many evaluations brought nothing better that the run ends.</summary>
    public bool HasSeenEnough => Best is { } best && best.Since >= _patience;

    /// <summary>Takes an evaluation in.</summary>
    /// <returns>Whether it is the best so far.</returns>
    /// <exception cref="TrainingException">It lacks the figure that the recipe names.</exception>
    public bool Take(long step, IReadOnlyList<Figure> evaluation)
    {
        if (_goal is null || step <= _goal.From)
            return false;
        var found = evaluation.Where(figure => figure.Name == _goal.Figure).Select(figure => (double?)figure.Value).FirstOrDefault();
        if (found is null && _mustHave)
        {
            throw new TrainingException(
                $"evaluation:best names '{_goal.Figure}', which the evaluation does not measure; "
                + $"it measures {string.Join(", ", evaluation.Select(figure => figure.Name))}.");
        }
        if (found is { } value && double.IsFinite(value) && (Best is null || (_goal.IsHighest ? value > Best.Value : value < Best.Value)))
        {
            Best = new(_goal.Figure, step, value, Since: 0);
            return true;
        }
        Best = Best is { } best ? best with { Since = best.Since + 1 } : null;
        return false;
    }
}
