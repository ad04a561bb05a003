using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>Opens the datasets of a mixture and gathers everything that is wrong with them.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="expected">The tokenizers that the datasets must be of; null takes any that agree.</param>
internal sealed class DatasetOpening(string folder, TokenizerFingerprints? expected) : IDisposable
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<DataSourceSpec, TokenizedDataset> _datasets = [];
    private readonly Dictionary<(DataSourceSpec Source, SequenceNeeds Needs), List<MixtureVariant>> _needs = [];

    /// <summary>Opens what can be opened.</summary>
    /// <param name="plan">The mixture.</param>
    public Dictionary<DataSourceSpec, TokenizedDataset> Open(MixturePlan plan)
    {
        foreach (var variant in plan.Stages.SelectMany(stage => stage.Variants).DistinctBy(variant => (variant.Name, variant.Format)))
        {
            var key = (variant.Data, SequenceNeeds.Of(variant.Layout));
            if (!_needs.TryGetValue(key, out var variants))
                _needs.Add(key, variants = []);
            variants.Add(variant);
        }
        foreach (var sources in _needs.GroupBy(entry => entry.Key.Source))
            Open(sources.Key, [.. sources.SelectMany(entry => entry.Value)]);
        return _datasets;
    }

    /// <summary>The windows that can serve each kind of sequence.</summary>
    /// <param name="datasets">The datasets that could be opened.</param>
    public Dictionary<(DataSourceSpec, SequenceNeeds), IReadOnlyList<WindowPlace>> Windows(
        IReadOnlyDictionary<DataSourceSpec, TokenizedDataset> datasets)
    {
        var found = new Dictionary<(DataSourceSpec, SequenceNeeds), IReadOnlyList<WindowPlace>>();
        foreach (var format in _needs.Keys.Where(key => datasets.ContainsKey(key.Source)).GroupBy(key => (key.Source, key.Needs.Format)))
        {
            try
            {
                var source = format.Key.Source;
                foreach (var (needs, windows) in WindowsOf(datasets[source], source.Take, [.. format.Select(key => key.Needs)]))
                    found.Add((source, needs), windows);
            }
            catch (DatasetException exception)
            {
                _problems.Add(exception.Message);
            }
        }
        foreach (var (source, needs) in found.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key))
        {
            _problems.Add(
                $"{TasksOf(_needs[(source, needs)])} in '{needs.Format.Name}' cannot be made from '{source.Shards}': "
                + $"{needs.LackIn(datasets[source])}. "
                + "Tokenize it again with this mixture, add files that have what is missing, or leave the task out.");
        }
        return found;
    }

    /// <summary>Throws if anything is wrong.</summary>
    /// <exception cref="DatasetException">Something is; it says all.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new DatasetException(folder, _problems);
    }

    /// <summary>Releases what was opened.</summary>
    public void Dispose()
    {
        foreach (var dataset in _datasets.Values)
            dataset.Dispose();
    }

    private void Open(DataSourceSpec source, IReadOnlyList<MixtureVariant> variants)
    {
        try
        {
            var dataset = TokenizedDataset.Open(Path.Join(folder, source.Shards), expected);
            var others = _datasets.Values.Select(other => other.Tokenizers)
                .Aggregate(new TokenizerFingerprints(null, null, null), (all, more) => all.Or(more));
            _datasets.Add(source, dataset);
            Report(source, dataset.Tokenizers.Differences(others).Select(difference => $"unlike the other datasets, {difference}"));
            Report(source, VocabularyDifferences(dataset.Description, variants).Distinct());
        }
        catch (DatasetException exception)
        {
            Report(source, exception.Problems.Select(problem => $"{problem} {TasksOf(variants)} draw from it."));
        }
    }

    private void Report(DataSourceSpec source, IEnumerable<string> problems) =>
        _problems.AddRange(problems.Select(problem => $"the data source '{source.Shards}': {problem}"));

    private static Dictionary<SequenceNeeds, List<WindowPlace>> WindowsOf(TokenizedDataset dataset, Share take, IReadOnlyList<SequenceNeeds> kinds)
    {
        var format = kinds[0].Format;
        var found = kinds.ToDictionary(needs => needs, _ => new List<WindowPlace>());
        if (!dataset.Formats.Contains(format))
            return found;
        var taken = take == Share.Whole ? null : TakenFiles(dataset, take);
        for (var number = 0; number < dataset.Count(format.Name); number++)
        {
            var window = dataset.Window(format, number);
            if (taken is not null && !taken.Contains(window.Entry.Hash))
                continue;
            foreach (var (_, windows) in found.Where(entry => window.Has(entry.Key)))
                windows.Add(new(number, window.Entry.Hash, window.Start));
        }
        return found;
    }

    // Always the same files, and not those that are held out first: that goes by the beginning of the hash.
    private static HashSet<string> TakenFiles(TokenizedDataset dataset, Share take)
    {
        string[] files = [.. dataset.Entries.Select(entry => entry.Hash).Distinct().OrderBy(SecondHalf, StringComparer.Ordinal)];
        return [.. files.Take((int)Math.Ceiling(take.Value * files.Length))];

        static string SecondHalf(string hash) => hash[(hash.Length / 2)..];
    }

    private static IEnumerable<string> VocabularyDifferences(DatasetDescription dataset, IEnumerable<MixtureVariant> variants)
    {
        foreach (var segment in variants.SelectMany(variant => variant.Layout.Segments))
        {
            if (segment is VisualSegment visual && visual.Ids.Count != dataset.VisualCodes)
                yield return $"it has {dataset.VisualCodes} visual codes, and the model {visual.Ids.Count}; tokenize again, or take another model.";
            if (segment is AudioSegment audio && (audio.Shape.Levels, audio.IdsOf(0).Count) != (dataset.AudioLevels, dataset.AudioCodes))
            {
                yield return $"it has {dataset.AudioLevels} levels of {dataset.AudioCodes} audio codes, and the model {audio.Shape.Levels} of "
                    + $"{audio.IdsOf(0).Count}; tokenize again, or take another model.";
            }
        }
    }

    private static string TasksOf(IEnumerable<MixtureVariant> variants) =>
        string.Join(", ", variants.Select(variant => $"'{variant.Entry}'").Distinct());
}
