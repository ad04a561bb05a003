using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>
/// The tokenized datasets of a mixture, with the windows that each form of each task can be made of: checked as a whole before a run, split into what
/// is trained on and what is held out. Opening reads the shards' tables and no token.
/// </summary>
/// <remarks>
/// A form draws from the windows that hold all of its sequence; forms that need the same of the same source share a <see cref="MixtureStream"/>.
/// <see cref="HeldOut"/> says how much is held out. May be used by any number of threads.
/// </remarks>
public sealed class MixtureDatasets : IDisposable
{
    private readonly Dictionary<DataSourceSpec, TokenizedDataset> _datasets;
    private readonly Dictionary<(DataSourceSpec, SequenceNeeds), MixtureStream> _streams;

    private MixtureDatasets(
        Dictionary<DataSourceSpec, TokenizedDataset> datasets, Dictionary<(DataSourceSpec, SequenceNeeds), MixtureStream> streams, HeldOut heldOut)
    {
        (_datasets, _streams) = (datasets, streams);
        TextWidth = datasets.Values.Select(dataset => dataset.Description.TextWidth).FirstOrDefault(width => width is not null);
        Tokenizers = datasets.Values.Select(dataset => dataset.Tokenizers).Aggregate((all, more) => all.Or(more));
        Fingerprint = FingerprintOf(datasets, heldOut);
    }

    /// <summary>The width of the text embeddings; null when no dataset has any.</summary>
    public int? TextWidth { get; }

    /// <summary>What the tokens mean.</summary>
    public TokenizerFingerprints Tokenizers { get; }

    /// <summary>
    /// A hash of the datasets, of what is taken of each, how, and of what is held out: a run that goes on with another one draws other samples.
    /// </summary>
    public string Fingerprint { get; }

    /// <summary>The streams of all forms.</summary>
    public IReadOnlyCollection<MixtureStream> Streams => _streams.Values;

    /// <summary>Opens the datasets, and checks that every form of every task has something to be made of.</summary>
    /// <param name="plan">The mixture.</param>
    /// <param name="folder">The data folder of the run, from which the mixture's folders of shards start.</param>
    /// <param name="expected">The tokenizers that the datasets must be of; null takes any that agree with one another.</param>
    /// <param name="heldOut">How much is held out; null for the usual.</param>
    /// <exception cref="DatasetException">
    /// Datasets are missing, unfinished, of other tokenizers or of another vocabulary, or lack what tasks need; everything is said at once.
    /// </exception>
    public static MixtureDatasets Open(MixturePlan plan, string folder, TokenizerFingerprints? expected = null, HeldOut? heldOut = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var amount = (heldOut ?? new()).Checked();
        var opening = new DatasetOpening(folder, expected);
        try
        {
            var datasets = opening.Open(plan);
            var windows = opening.Windows(datasets);
            opening.ThrowIfAny();
            var split = new HeldOutFiles(windows.Select(entry => (entry.Key.Item2.Format, entry.Value)), amount);
            return new(datasets, windows.ToDictionary(entry => entry.Key, entry => StreamOf(entry.Key, entry.Value)), amount);

            MixtureStream StreamOf((DataSourceSpec Source, SequenceNeeds Needs) key, IReadOnlyList<WindowPlace> places) => new(
                key.Source, key.Needs.Format, datasets[key.Source],
                [.. places.Where(place => split.IsTraining(place, key.Needs.Format))], places.Where(split.IsHeldOut));
        }
        catch
        {
            opening.Dispose();
            throw;
        }
    }

    /// <summary>What a form of a task is made of.</summary>
    /// <param name="variant">The form, of the mixture that was opened.</param>
    public MixtureStream StreamOf(MixtureVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return _streams.TryGetValue((variant.Data, SequenceNeeds.Of(variant.Layout)), out var stream)
            ? stream
            : throw new ArgumentException($"'{variant.Name}' is of another mixture than these datasets were opened for.", nameof(variant));
    }

    /// <summary>Releases the shards.</summary>
    public void Dispose()
    {
        foreach (var dataset in _datasets.Values)
            dataset.Dispose();
    }

    private static string FingerprintOf(Dictionary<DataSourceSpec, TokenizedDataset> datasets, HeldOut heldOut)
    {
        var lines = datasets.Select(entry => LineOf(entry.Key, entry.Value.Fingerprint)).Order(StringComparer.Ordinal);
        var text = string.Create(CultureInfo.InvariantCulture, $"{heldOut.Share.Value:R} {heldOut.MostFiles}\n{string.Join('\n', lines)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        static string LineOf(DataSourceSpec source, string fingerprint) => string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Shards} {source.Take.Value:R} {fingerprint}{(source.Balance == DataBalance.Files ? " files" : "")}");
    }
}
