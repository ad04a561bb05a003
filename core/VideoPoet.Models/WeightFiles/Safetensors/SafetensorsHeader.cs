using System.Text.Json;
using TorchSharp;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// Reads the JSON header of a safetensors file. Everything that one tensor says of itself is checked here; how they lie together is not.
/// </summary>
internal ref struct SafetensorsHeader
{
    /// <summary>The name that stands for texts instead of a tensor.</summary>
    public const string MetadataName = "__metadata__";

    // More than any network has; a hostile header must not fill the memory.
    private const int MostTensors = 1 << 18;
    private const int MostDimensions = 64;

    private readonly List<SafetensorsEntry> _entries = [];
    private readonly Dictionary<string, string> _metadata = [];
    private Utf8JsonReader _json;

    private SafetensorsHeader(ReadOnlySpan<byte> json) => _json = new(json, new JsonReaderOptions { MaxDepth = 4 });

    /// <summary>The tensors and the texts of a header.</summary>
    /// <exception cref="FormatException">The header is not one; the message says where.</exception>
    public static (List<SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Parse(ReadOnlySpan<byte> json)
    {
        var header = new SafetensorsHeader(json);
        try
        {
            header.ReadAll();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: text that is not UTF-8
        {
            throw new FormatException($"the header is not valid JSON: {UserMessage.Of(e)}", e);
        }
        return (header._entries, header._metadata);
    }

    private void ReadAll()
    {
        Expect(JsonTokenType.StartObject, "the header must be a JSON object");
        var names = new HashSet<string>();
        while (NextName("the header", names) is { } name)
        {
            if (name == MetadataName)
                ReadMetadata();
            else if (_entries.Count < MostTensors)
                _entries.Add(ReadTensor(name));
            else
                throw new FormatException($"the header lists more than {MostTensors} tensors.");
        }
        _json.Read(); // refuses what is not space after the object
    }

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, $"'{MetadataName}' must be an object of texts");
        var names = new HashSet<string>();
        while (NextName($"'{MetadataName}'", names) is { } name)
        {
            Expect(JsonTokenType.String, $"'{MetadataName}' must be an object of texts; '{name}' is none");
            _metadata.Add(name, _json.GetString()!);
        }
    }

    private SafetensorsEntry ReadTensor(string name)
    {
        Expect(JsonTokenType.StartObject, $"'{name}' must be an object with dtype, shape and data_offsets");
        string? type = null;
        List<long>? shape = null, offsets = null;
        var fields = new HashSet<string>();
        while (NextName($"'{name}'", fields) is { } field)
        {
            if (field == "dtype")
            {
                Expect(JsonTokenType.String, $"the dtype of '{name}' must be a text");
                type = _json.GetString();
            }
            else if (field == "shape")
                shape = ReadSizes($"the shape of '{name}'");
            else if (field == "data_offsets")
                offsets = ReadSizes($"the data_offsets of '{name}'");
            else
                _json.Skip();
        }
        if (type is null || shape is null || offsets is not [var begin, var end])
            throw new FormatException($"'{name}' must have a dtype, a shape and two data_offsets.");
        var known = SafetensorsTypes.Type(type)
            ?? throw new FormatException($"'{name}' has the dtype '{type}', which is not one of {SafetensorsTypes.Names}.");
        return Checked(name, known, shape, begin, end);
    }

    private static SafetensorsEntry Checked(string name, ScalarType type, List<long> shape, long begin, long end)
    {
        WeightEntry entry;
        long bytes;
        try
        {
            entry = new(name, type, shape.ToValueList());
            bytes = entry.Bytes;
        }
        catch (OverflowException e)
        {
            throw new FormatException($"'{name}' has the shape [{string.Join(", ", shape)}]: more elements than a 64-bit number counts.", e);
        }
        if (begin > end)
            throw new FormatException($"'{name}' ends at byte {end}, before its beginning at {begin}.");
        return end - begin == bytes
            ? new(entry, begin, end)
            : throw new FormatException($"{entry} needs {bytes} bytes, and its data_offsets span {end - begin}.");
    }

    private List<long> ReadSizes(string what)
    {
        Expect(JsonTokenType.StartArray, $"{what} must be a list of whole numbers from 0");
        var sizes = new List<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out var size) || size < 0)
                throw new FormatException($"{what} must be a list of whole numbers from 0 that fit 64 bits.");
            if (sizes.Count == MostDimensions)
                throw new FormatException($"{what} has more than {MostDimensions} numbers.");
            sizes.Add(size);
        }
        return sizes;
    }

    // The next property's name, or null at the object's end.
    private string? NextName(string where, HashSet<string> seen)
    {
        if (!_json.Read() || _json.TokenType == JsonTokenType.EndObject)
            return null;
        var name = _json.GetString()!;
        return seen.Add(name) ? name : throw new FormatException($"{where} has '{name}' twice.");
    }

    private void Expect(JsonTokenType type, string rule)
    {
        if (!_json.Read() || _json.TokenType != type)
            throw new FormatException($"{rule}.");
    }
}
