using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>The held-out batches of a mixture: the same ones at every evaluation of every run over the same data, whatever its seed.</summary>
/// <remarks>
/// Each length group of any stage has its batches, and in them each form of each task about as many rows, however seldom training draws it; no window
/// comes twice in one form. Where too few windows are held out, batches are fewer or smaller.
/// </remarks>
public sealed class HeldOutBatches
{
    // No run's seed has a say.
    private const long Seed = 0;

    /// <summary>Chooses the batches.</summary>
    /// <param name="plan">The mixture.</param>
    /// <param name="datasets">Its datasets; they must live as long as the batches are read.</param>
    /// <param name="batches">The most batches of each length group; more where it takes more to have a row of each form.</param>
    public HeldOutBatches(MixturePlan plan, MixtureDatasets datasets, int batches)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 1);
        var draws = new List<BatchDraw>();
        var unmeasured = new List<MixtureVariant>();
        foreach (var group in plan.Stages.SelectMany(stage => stage.Groups).GroupBy(group => group.Lengths).OrderBy(group => group.Key.Length))
        {
            var variants = group.SelectMany(stage => stage.Variants).DistinctBy(variant => variant.Name).ToLookup(
                variant => datasets.StreamOf(variant).HeldOut.Count > 0);
            unmeasured.AddRange(variants[false]);
            MixtureVariant[] measured = [.. variants[true]];
            var batch = group.First().Batch;
            var rows = Math.Max(batches * batch, measured.Length);
            var each = (rows + measured.Length - 1) / Math.Max(1, measured.Length);
            DrawnRow[][] forms = [.. measured.Select(variant => RowsOf(variant, datasets.StreamOf(variant), each))];
            foreach (var chunk in Interleaved(forms).Take(rows).Chunk(batch))
                draws.Add(new(draws.Count, 0, "held-out", group.Key, chunk));
        }
        (Draws, Unmeasured) = (draws, unmeasured);
    }

    /// <summary>The batches, group after group; the step of each is its number.</summary>
    public IReadOnlyList<BatchDraw> Draws { get; }

    /// <summary>The forms of which nothing is held out, because too few files have what they need.</summary>
    public IReadOnlyList<MixtureVariant> Unmeasured { get; }

    private static DrawnRow[] RowsOf(MixtureVariant variant, MixtureStream stream, int most)
    {
        var order = new IndexPermutation(RandomKey.Of(Seed, "held-out", stream.Source.Shards, variant.Format.Name), stream.HeldOut.Count);
        var targets = DrawnRow.TargetsOf(variant.Layout);
        return [.. Enumerable.Range(0, Math.Min(most, stream.HeldOut.Count))
            .Select(place => new DrawnRow(variant, stream, stream.HeldOut[(int)order.At(place)], targets))];
    }

    // The first row of each, then the second of each, so that every batch has of all.
    private static IEnumerable<DrawnRow> Interleaved(IReadOnlyList<DrawnRow[]> forms)
    {
        for (var place = 0; place < forms.Select(rows => rows.Length).DefaultIfEmpty().Max(); place++)
        {
            foreach (var rows in forms.Where(rows => place < rows.Length))
                yield return rows[place];
        }
    }
}
