using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>
/// Says which samples each batch of a run has. A batch follows from the seed, the step and its place in the step alone, so that a run goes on at any
/// step without any state, and every process of a run knows the whole batch.
/// </summary>
/// <remarks>
/// <para>
/// Each batch draws one length group of its stage, and each of its rows a form of a task in the group. Both are drawn in strata, so that groups and
/// forms come as often as the mixture says in every stretch of the run, and not only on average (see docs/mixtures.md).
/// </para>
/// <para>
/// Each form goes through all of its windows that are trained on before any comes again, in an order that is drawn anew each time, across stages;
/// where a source balances files, of each file as many windows as the file with most has.
/// </para>
/// </remarks>
public sealed class MixtureSampler
{
    private readonly StageDraws[] _stages;

    /// <summary>Plans a run.</summary>
    /// <param name="plan">The mixture.</param>
    /// <param name="datasets">Its datasets; they must live as long as what is drawn from them is read.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="steps">The steps of the whole run, of which stages take their shares.</param>
    /// <param name="accumulation">The batches of one step.</param>
    public MixtureSampler(MixturePlan plan, MixtureDatasets datasets, long seed, long steps, int accumulation = 1)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(accumulation, 1);
        (Steps, Accumulation, Datasets) = (steps, accumulation, datasets);
        var stages = new List<StageDraws>();
        var drawn = new Dictionary<string, long>();
        foreach (var stage in plan.Stages)
        {
            var draws = new StageDraws(stage, StepAt(stage.Start), StepAt(stage.End), accumulation, datasets, seed, drawn);
            draws.CountInto(drawn);
            stages.Add(draws);
        }
        _stages = [.. stages];
    }

    /// <summary>The steps of the whole run.</summary>
    public long Steps { get; }

    /// <summary>The batches of one step.</summary>
    public int Accumulation { get; }

    /// <summary>The datasets.</summary>
    public MixtureDatasets Datasets { get; }

    /// <summary>The stage of a step.</summary>
    /// <param name="step">The step, from 0 to below <see cref="Steps"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run has no such step.</exception>
    public StagePlan StageOf(long step) => DrawsOf(step).Stage;

    /// <summary>Draws a batch.</summary>
    /// <param name="step">The step, from 0 to below <see cref="Steps"/>.</param>
    /// <param name="accumulation">Which of the step's batches, from 0 to below <see cref="Accumulation"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run has no such batch.</exception>
    public BatchDraw Draw(long step, int accumulation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(accumulation);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(accumulation, Accumulation);
        return DrawsOf(step).Draw(step, accumulation);
    }

    /// <summary>The batches of some steps in order, each with its samples in order, for listings and comparisons.</summary>
    /// <param name="first">The first step.</param>
    /// <param name="count">The number of steps.</param>
    public IEnumerable<BatchDraw> Draws(long first, long count)
    {
        for (var step = first; step < first + count; step++)
        {
            for (var accumulation = 0; accumulation < Accumulation; accumulation++)
                yield return Draw(step, accumulation);
        }
    }

    private long StepAt(Share share) => (long)Math.Round(share.Value * Steps, MidpointRounding.AwayFromZero);

    private StageDraws DrawsOf(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
        return _stages.First(stage => step < stage.EndStep);
    }
}
