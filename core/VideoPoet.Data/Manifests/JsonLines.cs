using System.Text.Json;

namespace VideoPoet.Data;

/// <summary>A manifest of one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>The entries; what is wrong goes to the builder.</summary>
    public static IEnumerable<DatasetEntry> Read(string path, EntryBuilder builder)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && ValuesOf(line, number, builder) is { } values && builder.Build(number, values) is { } entry)
                yield return entry;
        }
    }

    private static Dictionary<string, string>? ValuesOf(string line, int number, EntryBuilder builder)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                builder.Wrong(number, """is no JSON object; write such as {"file": "dog.mp4", "caption": "a dog"}.""");
                return null;
            }
            return ValuesOf(document.RootElement, number, builder);
        }
        catch (JsonException exception)
        {
            builder.Wrong(number, $"is not JSON (at character {exception.BytePositionInLine + 1}); put each object on one line, names in quotes.");
            return null;
        }
        catch (InvalidOperationException)
        {
            builder.Wrong(number, """has half of a pair of escapes such as \ud83d\ude00; write both halves, or the character itself.""");
            return null;
        }
    }

    private static Dictionary<string, string>? ValuesOf(JsonElement line, int number, EntryBuilder builder)
    {
        var values = new Dictionary<string, string>();
        var right = true;
        foreach (var property in line.EnumerateObject())
        {
            if (!EntryBuilder.Fields.Contains(property.Name))
            {
                builder.UnknownField(number, property.Name);
                right = false;
            }
            else if (!values.TryAdd(property.Name, Text(property) ?? ""))
            {
                builder.Wrong(number, $"has '{property.Name}' twice; keep one.");
                right = false;
            }
            else if (Text(property) is null)
            {
                var kind = IsTime(property) ? "number or text" : "text";
                builder.Wrong(number, $"'{property.Name}' is no {kind}; found {property.Value.GetRawText()}.");
                right = false;
            }
        }
        return right ? values : null;
    }

    private static bool IsTime(JsonProperty property) => property.Name is EntryBuilder.StartField or EntryBuilder.DurationField;

    private static string? Text(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => property.Value.GetString(),
        JsonValueKind.Number when IsTime(property) => property.Value.GetRawText(),
        _ => null,
    };
}
