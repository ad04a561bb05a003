using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Models.Tokenizers;

namespace VideoPoet.Data;

/// <summary>Encodes entries window by window, each alone, so that no token depends on what else is encoded.</summary>
/// <param name="plan">What is computed.</param>
/// <param name="catalog">Computes the views.</param>
/// <param name="tokenizers">The tokenizers.</param>
/// <param name="windows">Cuts the files.</param>
internal sealed class EntryTokenizer(TokenPlan plan, TaskCatalog catalog, TokenizerFolder tokenizers, ClipWindows windows)
{
    private readonly ClipEncoder _encoder = new(tokenizers);

    /// <summary>Encodes an entry on this thread.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="windowDone">Is called after each window.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read, or has no pictures.</exception>
    /// <exception cref="DatasetException">A plugin's view cannot be taken of the clip.</exception>
    public EntryTokens Encode(DatasetEntry entry, Action windowDone, CancellationToken cancellationToken)
    {
        var hash = EntryMedia.HashAsync(entry, cancellationToken).GetAwaiter().GetResult();
        var info = windows.ProbeAsync(entry, cancellationToken).GetAwaiter().GetResult();
        if (info.Video is null)
            throw new MediaException(entry.File, "has no pictures", "Give an image or a video.");
        var tokens = new List<IReadOnlyList<WindowTokens>>();
        foreach (var format in plan.Formats)
        {
            var encoded = new List<WindowTokens>();
            var cut = windows.ReadAsync(entry, info, format.Format, format.HasSound, cancellationToken);
            foreach (var window in cut.ToBlockingEnumerable(cancellationToken))
            {
                encoded.Add(Encode(entry, format, window));
                windowDone();
            }
            tokens.Add(encoded);
        }
        return new(entry, hash, tokens);
    }

    private WindowTokens Encode(DatasetEntry entry, FormatPlan format, ClipWindow window)
    {
        var clip = new Clip { Text = entry.Caption, Frames = window.Frames, Sound = window.Sound };
        return new(
            window.Start,
            format.HasVideo ? _encoder.Visual(window.Frames) : null,
            [.. format.Views.Select(view => _encoder.Visual(Computed(entry, view, clip)))],
            window.Sound is { } sound ? _encoder.Audio(sound) : null);
    }

    private PixelFrames Computed(DatasetEntry entry, ClipView view, Clip clip)
    {
        try
        {
            return catalog.Apply(view, clip).Frames!;
        }
        catch (ArgumentException exception)
        {
            throw new DatasetException(entry.Place, $"the view '{FormatPlan.KeyOf(view)}' cannot be taken: {UserMessage.Of(exception)}", exception);
        }
    }
}
