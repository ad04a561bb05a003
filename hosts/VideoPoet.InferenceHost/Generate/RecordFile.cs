using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Reads records, and writes the paths in them.</summary>
internal static class RecordFile
{
    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="file">The record.</param>
    /// <param name="type">How it is read.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static T Read<T>(string file, JsonTypeInfo<T> type)
        where T : class
    {
        var text = File.ReadAllText(file);
        try
        {
            return JsonSerializer.Deserialize(text, type) ?? throw new JsonException("it holds nothing");
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                $"{file}: is no record of a generation, as they lie beside files that were generated: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    /// <summary>The folder that a file lies in.</summary>
    public static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    /// <summary>A path as a record has it: from the record's folder on where it lies below that, so that both can be moved together.</summary>
    public static string Written(string path, string folder)
    {
        var full = Path.GetFullPath(path);
        return full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(folder, full) : full;
    }

    /// <summary>The path that a record means.</summary>
    public static string Meant(string path, string folder) => Path.GetFullPath(path, folder);
}
