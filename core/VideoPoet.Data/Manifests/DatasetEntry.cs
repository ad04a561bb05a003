namespace VideoPoet.Data;

/// <summary>A file of a dataset, or a part of it, or a clip of a data source in place of one.</summary>
/// <param name="File">The path of the file; of a clip of a data source its name.</param>
/// <param name="Caption">What it shows, if anyone wrote it.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Duration">How long the part is; null until the end of the file.</param>
/// <param name="Place">Where the entry stands, for messages, such as <c>clips.jsonl:12</c>.</param>
public sealed record DatasetEntry(string File, string? Caption, TimeSpan Start, TimeSpan? Duration, string Place)
{
    /// <summary>The path of the file from the manifest's folder, with slashes; the same on every machine.</summary>
    public string Name { get; init; } = Path.GetFileName(File);

    /// <summary>The clip of a data source that stands in place of a file; null of a file.</summary>
    public MadeClip? Made { get; init; }
}
