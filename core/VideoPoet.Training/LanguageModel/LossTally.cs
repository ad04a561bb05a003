using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Training.LanguageModels;

/// <summary>Adds the losses of tokens up: all, by task, by modality, and by where in the output they stand.</summary>
internal sealed class LossTally
{
    private const int Parts = 4; // of an output, in order

    private readonly OrderedDictionary<string, (double Sum, long Count)> _sums = [];

    /// <summary>The mean over all tokens, in nats; NaN before there is one.</summary>
    public double Mean => _sums.TryGetValue("", out var all) ? all.Sum / all.Count : double.NaN;

    /// <summary>Adds a batch.</summary>
    /// <param name="variants">The form of the task of each row.</param>
    /// <param name="loss">The losses.</param>
    public void Add(IReadOnlyList<MixtureVariant> variants, OutputLoss loss)
    {
        using var here = loss.Tokens.cpu();
        var losses = here.data<float>().ToArray();
        var length = variants[0].Layout.Length;
        foreach (var run in TargetRun.Of([.. variants.Select(variant => variant.Layout)]))
        {
            var layout = variants[run.Row].Layout;
            foreach (var (part, positions) in PartsOf(run, layout))
            {
                var sum = 0.0;
                for (var position = positions.Start; position < positions.End; position++)
                    sum += losses[run.Row * length + position];
                Add("", sum, positions.Count);
                Add($"/{variants[run.Row].Entry}", sum, positions.Count);
                Add($"_modality/{run.Modality.ToString().ToLowerInvariant()}", sum, positions.Count);
                Add($"_position/quarter_{part + 1}", sum, positions.Count);
            }
        }
    }

    /// <summary>The means as figures, in nats: all first, then tasks, modalities and positions, each in the order of their names.</summary>
    /// <param name="name">What the loss is called.</param>
    public IEnumerable<Figure> Figures(string name) =>
        from entry in _sums
        let kind = entry.Key.Length == 0 ? 0 : entry.Key[0] == '/' ? 1 : entry.Key.StartsWith("_modality", StringComparison.Ordinal) ? 2 : 3
        orderby kind, entry.Key
        select new Figure(name + entry.Key, entry.Value.Sum / entry.Value.Count);

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
