namespace VideoPoet.Data;

/// <summary>A folder as a manifest: every media file in it and its folders, with captions in text files beside them.</summary>
internal static class MediaFolder
{
    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase)
    {
        ".avi", ".flv", ".gif", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".ogv", ".ts", ".webm", ".wmv",
        ".bmp", ".jpeg", ".jpg", ".png", ".ppm", ".tif", ".tiff", ".webp",
        ".aac", ".aiff", ".flac", ".g722", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".wma",
    };

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

    /// <summary>The entries in the order of their names.</summary>
    /// <exception cref="DatasetException">There is no media file, or a folder or a caption cannot be read.</exception>
    public static IReadOnlyList<DatasetEntry> Read(string folder)
    {
        DatasetEntry[] entries =
        [
            .. FilesIn(folder)
                .Where(path => Media.Contains(Path.GetExtension(path)))
                .Select(path => (path: Path.GetFullPath(path), name: EntryBuilder.NameOf(folder, path)))
                .OrderBy(file => file.name, StringComparer.Ordinal)
                .Select(file => new DatasetEntry(file.path, CaptionOf(file.path), TimeSpan.Zero, null, Path.Join(folder, file.name))
                {
                    Name = file.name,
                }),
        ];
        return entries.Length > 0
            ? entries
            : throw new DatasetException(folder, $"has no media file. Known are {string.Join(", ", Media.Order(StringComparer.Ordinal))}.");
    }

    private static string[] FilesIn(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*", Everywhere);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(folder, $"cannot be read: {exception.Message}", exception);
        }
    }

    private static string? CaptionOf(string path)
    {
        var beside = Path.ChangeExtension(path, ".txt");
        if (!File.Exists(beside))
            return null;
        try
        {
            var caption = File.ReadAllText(beside).Trim();
            return caption.Length > 0 ? caption : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(beside, $"is a caption that cannot be read: {exception.Message}", exception);
        }
    }
}
