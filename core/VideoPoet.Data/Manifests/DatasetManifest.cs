namespace VideoPoet.Data;

/// <summary>
/// The list of a dataset's files with their captions: JSON lines, comma-separated values, or a folder with captions in text files beside.
/// </summary>
/// <remarks>
/// JSON lines and comma-separated values have the fields <c>file</c> (from the manifest's folder), <c>caption</c>, <c>start</c> and
/// <c>duration</c> (seconds, or <c>minutes:seconds</c>, or <c>hours:minutes:seconds</c>); only <c>file</c> is needed. In a folder every media file
/// counts, in its folders too, in the order of the names; the caption of <c>dog.mp4</c> stands in <c>dog.txt</c>.
/// </remarks>
public static class DatasetManifest
{
    /// <summary>Reads a manifest.</summary>
    /// <param name="path">A file that ends in .jsonl or .csv, or a folder.</param>
    /// <returns>The entries, in their order; at least one. Whether the files can be read is not known yet.</returns>
    /// <exception cref="DatasetException">
    /// There is no such manifest, it is empty, or lines are not as they should be; all of them are listed.
    /// </exception>
    public static IReadOnlyList<DatasetEntry> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            return MediaFolder.Read(path);
        if (!File.Exists(path))
            throw new DatasetException(path, "does not exist. Give a manifest (.jsonl or .csv) or a folder of media files.");
        Func<string, EntryBuilder, IEnumerable<DatasetEntry>> format = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" => JsonLines.Read,
            ".csv" => CommaSeparated.Read,
            _ => throw new DatasetException(path, "is no manifest: its name must end in .jsonl or .csv. A folder of media files will do as well."),
        };
        var builder = new EntryBuilder(path);
        DatasetEntry[] entries;
        try
        {
            entries = [.. format(path, builder)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"cannot be read: {exception.Message}", exception);
        }
        builder.ThrowIfWrong();
        return entries.Length > 0 ? entries : throw new DatasetException(path, "has no entries. Name at least one file.");
    }
}
