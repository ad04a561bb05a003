using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>What a window must have for sequences to be assembled from it; sequences that need the same are equal in this.</summary>
/// <param name="Format">The format.</param>
/// <param name="Text">Whether the embedding of a caption is needed.</param>
/// <param name="Sound">Whether sound is needed.</param>
/// <param name="Visual">The names of the visual codes in a shard, in alphabetical order.</param>
internal sealed record SequenceNeeds(VideoFormat Format, bool Text, bool Sound, ValueList<string> Visual)
{
    /// <summary>What a sequence needs.</summary>
    /// <param name="layout">The sequence.</param>
    public static SequenceNeeds Of(SequenceLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return new(
            layout.Format,
            layout.Text is not null,
            layout.Segments.Any(segment => segment is AudioSegment),
            layout.Segments.OfType<VisualSegment>().Select(segment => ShardNames.Visual(layout.Format.Name, segment.View))
                .Distinct().Order(StringComparer.Ordinal).ToValueList());
    }

    /// <summary>Why no window of a dataset has what is needed.</summary>
    /// <param name="dataset">A dataset of which no window has.</param>
    public string LackIn(TokenizedDataset dataset)
    {
        var name = Format.Name;
        if (dataset.Formats.FirstOrDefault(format => format.Name == name) is not { } format)
            return $"it was tokenized in {dataset.Formats} only";
        if (format != Format)
            return $"there the format is {format}, and in the mixture {Format}";
        var described = dataset.Description.Formats.Single(known => known.Name == name);
        string[] there =
            [.. described.Video ? [ShardNames.Video(name)] : Array.Empty<string>(), .. described.Views.Select(view => ShardNames.View(name, view))];
        if (Visual.Except(there).ToArray() is { Length: > 0 } missing)
            return $"it has no tokens of {string.Join(", ", missing.Select(codes => $"'{codes[(name.Length + 1)..]}'"))}";
        if (dataset.Count(name) == 0)
            return "no file is long enough for a window";
        string[] wanted = [.. Text ? ["an embedded caption"] : Array.Empty<string>(), .. Sound ? ["sound"] : Array.Empty<string>()];
        return wanted.Length > 0 ? $"no window that is taken has {string.Join(" and ", wanted)}" : "the files that are taken have no window";
    }
}
