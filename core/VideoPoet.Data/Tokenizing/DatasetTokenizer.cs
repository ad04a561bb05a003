using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Models.T5;
using VideoPoet.Models.Tokenizers;

namespace VideoPoet.Data;

/// <summary>
/// Turns the files of a dataset into shards of tokens, several at a time. A shard is written whole or not at all, and its bytes depend on nothing but
/// its entries, the plan and the tokenizers: a run that was killed goes on where it stopped, and many machines make what one would.
/// </summary>
/// <param name="plan">What is computed.</param>
/// <param name="catalog">Computes the views.</param>
/// <param name="tokenizers">The tokenizers.</param>
public sealed class DatasetTokenizer(TokenPlan plan, TaskCatalog catalog, TokenizerFolder tokenizers)
{
    /// <summary>Tokenizes.</summary>
    /// <param name="entries">The dataset.</param>
    /// <param name="folder">
    /// Where the shards go; it is created. What an earlier run finished there is kept, and what it could not read is tried again.
    /// </param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told after each window and each entry, by any thread.</param>
    /// <param name="cancellationToken">Cancels; finished shards are kept.</param>
    /// <exception cref="DatasetException">
    /// The folder holds another dataset or is in use, captions are needed and there is none, or more entries are bad than may be.
    /// </exception>
    /// <exception cref="MediaException">No file can be read, since ffmpeg cannot be started or understood.</exception>
    /// <exception cref="FileNotFoundException">A tokenizer is missing.</exception>
    /// <exception cref="FormatException">A tokenizer's file is broken or does not fit.</exception>
    public async Task<TokenizingResult> RunAsync(
        IReadOnlyList<DatasetEntry> entries, string folder, TokenizingOptions? options = null, IProgress<TokenizingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var asked = (options ?? new()).Checked();
        CheckCaptions(entries);
        var (described, encoder) = Describe(entries, asked);
        Directory.CreateDirectory(folder);
        using var claim = FolderClaim.Take(folder, asked.Part);
        var description = described.WriteOrCompare(folder);
        var run = new TokenizingRun(plan, description, entries, folder, asked, progress)
        {
            Tokenizer = new(plan, catalog, tokenizers, new ClipWindows(asked.Stride, asked.HoldShort, asked.Limits)),
            Writer = new(plan, description, encoder),
        };
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private void CheckCaptions(IReadOnlyList<DatasetEntry> entries)
    {
        if (entries.Count == 0)
            throw new DatasetException("the dataset", "has no entries. Name at least one file.");
        if (plan.HasText && entries.All(entry => entry.Caption is null))
        {
            throw new DatasetException(
                "the dataset",
                $"has no caption, and tasks that draw from '{plan.Source}' read text. Add captions, or leave these tasks out of the mixture.");
        }
    }

    // Loads what is needed, so that what is missing is said before any work begins.
    private (DatasetDescription Description, ITextEncoder? Encoder) Describe(IReadOnlyList<DatasetEntry> entries, TokenizingOptions options)
    {
        var encoder = plan.HasText ? tokenizers.Text : null;
        var views = catalog.FingerprintsOf(plan.Formats.SelectMany(format => format.Views));
        var fingerprints = new TokenizerFingerprints(
            tokenizers.VideoFingerprint, plan.HasSound ? tokenizers.AudioFingerprint : null, encoder?.Fingerprint)
        {
            Views = views.Count > 0 ? views : null,
        };
        var vocabulary = tokenizers.Model.CreateVocabulary();
        return (DatasetDescription.Of(plan, entries, options, vocabulary, fingerprints, encoder?.Width), encoder);
    }
}
