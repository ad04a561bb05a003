namespace VideoPoet.Data;

/// <summary>A file of a dataset, or a part of it.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Caption">What it shows, if anyone wrote it.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Duration">How long the part is; null until the end of the file.</param>
/// <param name="Place">Where the entry stands, for messages, such as <c>clips.jsonl:12</c>.</param>
public sealed record DatasetEntry(string File, string? Caption, TimeSpan Start, TimeSpan? Duration, string Place)
{
    /// <summary>The path of the file from the manifest's folder, with slashes; the same on every machine.</summary>
    public string Name { get; init; } = Path.GetFileName(File);
}
