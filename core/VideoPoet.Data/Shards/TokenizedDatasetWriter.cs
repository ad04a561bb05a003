using VideoPoet.Core;
using VideoPoet.Models.T5;

namespace VideoPoet.Data;

/// <summary>Writes tokens that were made elsewhere as a finished dataset, which <see cref="TokenizedDataset"/> reads.</summary>
/// <param name="plan">What each window has.</param>
/// <param name="vocabulary">The numbers of codes.</param>
/// <param name="tokenizers">What the tokens mean.</param>
/// <param name="encoder">Embeds the captions; null where the plan asks for none.</param>
public sealed class TokenizedDatasetWriter(
    TokenPlan plan, UnifiedVocabulary vocabulary, TokenizerFingerprints tokenizers, ITextEncoder? encoder = null)
{
    /// <summary>Writes a dataset.</summary>
    /// <param name="folder">Where it goes; it is created, and must not hold another dataset.</param>
    /// <param name="entries">The tokens of each entry.</param>
    /// <param name="entriesPerShard">The entries of each shard but the last.</param>
    /// <exception cref="ArgumentException">A window has not what the plan says, or another number of codes than its format.</exception>
    /// <exception cref="DatasetException">The folder holds another dataset.</exception>
    public void Write(string folder, IReadOnlyList<EntryTokens> entries, int entriesPerShard = 1_000)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
            Check(entry);
        var options = new TokenizingOptions { EntriesPerShard = entriesPerShard }.Checked();
        Directory.CreateDirectory(folder);
        var description = DatasetDescription
            .Of(plan, [.. entries.Select(tokens => tokens.Entry)], options, vocabulary, tokenizers, plan.HasText ? encoder?.Width : null)
            .WriteOrCompare(folder);
        var writer = new ShardWriter(plan, description, plan.HasText ? encoder : null);
        for (var shard = 0; shard < description.Shards; shard++)
        {
            var (first, count) = description.EntriesOf(shard).GetOffsetAndLength(entries.Count);
            writer.Write(Path.Join(folder, description.FileOf(shard)), [.. entries.Skip(first).Take(count)], []);
        }
        DatasetIndex.WriteIfComplete(folder, description);
    }

    private void Check(EntryTokens entry)
    {
        if (entry.Windows.Count != plan.Formats.Count)
            throw new ArgumentException($"'{entry.Entry.Name}' must have windows in {plan.Formats.Count} formats, found {entry.Windows.Count}.");
        for (var format = 0; format < plan.Formats.Count; format++)
        {
            foreach (var window in entry.Windows[format])
                Check(entry.Entry.Name, plan.Formats[format], window);
        }
    }

    private void Check(string name, FormatPlan format, WindowTokens window)
    {
        var visual = format.Format.Latent.Tokens;
        if (format.HasVideo != window.Video is not null || format.Views.Count != window.Views.Count || (window.Sound is not null && !format.HasSound))
            throw new ArgumentException($"a window of '{name}' in '{format.Format.Name}' has not what the plan says.");
        foreach (var codes in window.Video is null ? window.Views : [window.Video, .. window.Views])
            Check(codes, visual, vocabulary.VisualCodes);
        if (window.Sound is { } sound)
            Check(sound, format.Format.AudioFrames * vocabulary.AudioLevels, vocabulary.AudioCodesPerLevel);

        void Check(int[] codes, int count, int bound)
        {
            if (codes.Length != count || codes.Any(code => code < 0 || code >= bound))
                throw new ArgumentException($"a window of '{name}' in '{format.Format.Name}' must have {count} codes from 0 to {bound - 1}.");
        }
    }
}
