using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Specs;

namespace VideoPoet.Training.LanguageModels;

/// <summary>The batches of a run, read ahead from whichever step is asked for first.</summary>
/// <param name="sampler">The run.</param>
/// <param name="rank">Which of the processes this is.</param>
/// <param name="worldSize">The number of processes.</param>
internal sealed class TrainingBatches(MixtureSampler sampler, int rank, int worldSize) : IDisposable
{
    private const int Searched = 1_000; // batches at the beginning of a stage

    private BatchPrefetcher? _ahead;
    private long _next = -1;

    /// <summary>The batches of a step; the caller owns them. Steps in order are read ahead.</summary>
    public IReadOnlyList<MixtureBatch> Take(long step)
    {
        if (step != _next)
        {
            _ahead?.Dispose();
            _ahead = BatchPrefetcher.Start(sampler, step, rank, worldSize);
        }
        _next = step + 1;
        var batches = new List<MixtureBatch>();
        try
        {
            while (batches.Count < sampler.Accumulation)
                batches.Add(_ahead!.Take());
            return batches;
        }
        catch
        {
            foreach (var batch in batches)
                batch.Dispose();
            throw;
        }
    }

    /// <summary>A batch of each length group, as far as they are met at the beginning of a stage.</summary>
    public IEnumerable<BatchDraw> OneOfEachGroup(MixturePlan plan)
    {
        var met = new HashSet<LengthGroup>();
        foreach (var stage in plan.Stages)
        {
            var first = (long)Math.Round(stage.Start.Value * sampler.Steps);
            var wanted = stage.Groups.Select(group => group.Lengths).ToHashSet();
            foreach (var draw in sampler.Draws(first, Math.Min(Searched, sampler.Steps - first)))
            {
                if (wanted.IsSubsetOf(met))
                    break;
                if (met.Add(draw.Lengths))
                    yield return draw;
            }
        }
    }

    /// <summary>Stops reading.</summary>
    public void Dispose() => _ahead?.Dispose();
}
