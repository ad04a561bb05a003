using System.Text.Json;
using VideoPoet.Core;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Reads the index of weights that are spread over several files: <c>{"metadata": {…}, "weight_map": {"tensor": "file"}}</c>.</summary>
internal static class ShardIndex
{
    // An index lists names only, and those of the largest networks fill a few megabytes.
    private const int MostBytes = 100_000_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The file of every tensor, by the tensor's name; each is a plain file name.</summary>
    /// <exception cref="WeightFileException">It is not an index, or a file that it names may lie elsewhere.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new WeightFileException(path, $"an index has at most {MostBytes} bytes.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            return Parse(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: text that is not UTF-8
        {
            throw new WeightFileException(path, $"the index is not valid JSON: {UserMessage.Of(e)}", e);
        }
        catch (FormatException e)
        {
            throw new WeightFileException(path, e.Message, e);
        }
    }

    private static OrderedDictionary<string, string> Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("weight_map", out var map) || map.ValueKind != JsonValueKind.Object)
            throw new FormatException("an index of shards must be a JSON object with the object 'weight_map'.");
        var files = new OrderedDictionary<string, string>();
        foreach (var entry in map.EnumerateObject())
            files.Add(entry.Name, FileName(entry));
        return files;
    }

    // Only a file beside the index: whoever wrote the index must not choose what else is read.
    private static string FileName(JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.String)
            throw new FormatException($"the index gives '{entry.Name}' no file name.");
        var file = entry.Value.GetString()!;
        return file is not ("" or "." or "..") && file.AsSpan().IndexOfAny('/', '\\', '\0') < 0
            ? file
            : throw new FormatException($"the index places '{entry.Name}' in '{file}'; a shard is a file in the index's own folder, without a path.");
    }
}
