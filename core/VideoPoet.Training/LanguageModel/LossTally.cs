using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Training.Distributed;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Adds the losses of tokens up: all, by task, by modality, and by where in the output they stand.</summary>
internal sealed class LossTally
{
    private const int Parts = 4; // of an output, in order

    private readonly OrderedDictionary<string, (double Sum, long Count)> _sums = [];

    /// <summary>Adds a batch.</summary>
    /// <param name="variants">The form of the task of each row.</param>
    /// <param name="loss">The losses.</param>
    public void Add(IReadOnlyList<MixtureVariant> variants, OutputLoss loss)
    {
        using var here = loss.Tokens.cpu();
        var losses = here.data<float>().ToArray();
        var length = variants[0].Layout.Length;
        foreach (var (row, positions, keys) in PiecesOf(variants))
        {
            var sum = 0.0;
            for (var position = positions.Start; position < positions.End; position++)
                sum += losses[row * length + position];
            foreach (var key in keys)
                Add(key, sum, positions.Count);
        }
    }

    /// <summary>Adds up what several processes have; all of them then have the same.</summary>
    /// <param name="variants">The form of the task of each row of all processes, in the same order for each: one may have no row of a task.</param>
    /// <param name="parallel">The processes.</param>
    public void AddUp(IReadOnlyList<MixtureVariant> variants, DataParallel parallel)
    {
        string[] keys = [.. PiecesOf(variants).SelectMany(piece => piece.Keys).Distinct()];
        var own = keys.Select(key => _sums.GetValueOrDefault(key));
        var sums = parallel.Sum([.. own.SelectMany(sum => new[] { sum.Sum, sum.Count })]);
        foreach (var (index, key) in keys.Index())
            _sums[key] = (sums[2 * index], (long)sums[2 * index + 1]);
    }

    /// <summary>The means as figures, in nats: all first, then tasks, modalities and positions, each in the order of their names.</summary>
    /// <param name="name">What the loss is called.</param>
    public IEnumerable<Figure> Figures(string name) =>
        from entry in _sums
        let kind = entry.Key.Length == 0 ? 0 : entry.Key[0] == '/' ? 1 : entry.Key.StartsWith("_modality", StringComparison.Ordinal) ? 2 : 3
        orderby kind, entry.Key
        select new Figure(name + entry.Key, entry.Value.Sum / entry.Value.Count);

    // The positions that are learnt, each piece with the names of the sums that it counts for.
    private static IEnumerable<(int Row, IdRange Positions, string[] Keys)> PiecesOf(IReadOnlyList<MixtureVariant> variants) =>
        from run in TargetRun.Of([.. variants.Select(variant => variant.Layout)])
        let variant = variants[run.Row]
        from piece in PartsOf(run, variant.Layout)
        select (run.Row, piece.Positions, new[]
        {
            "", $"/{variant.Entry}", $"_modality/{run.Modality.ToString().ToLowerInvariant()}", $"_position/quarter_{piece.Part + 1}",
        });

    // A run of positions, cut where the parts of the output meet.
    private static IEnumerable<(int Part, IdRange Positions)> PartsOf(TargetRun run, SequenceLayout layout)
    {
        for (var part = 0; part < Parts; part++)
        {
            var start = Math.Max(run.Start, layout.PrefixLength + layout.OutputLength * part / Parts);
            var end = Math.Min(run.Start + run.Length, layout.PrefixLength + layout.OutputLength * (part + 1) / Parts);
            if (start < end)
                yield return (part, new(start, end - start));
        }
    }

    private void Add(string key, double sum, long count)
    {
        var (before, tokens) = _sums.GetValueOrDefault(key);
        _sums[key] = (before + sum, tokens + count);
    }
}
