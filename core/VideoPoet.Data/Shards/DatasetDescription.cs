using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VideoPoet.Core;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Data;

/// <summary>Everything that the bytes of a dataset's shards depend on; it stands in the dataset's folder before the first shard does.</summary>
internal sealed record DatasetDescription
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "dataset.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Goes up when shards change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>A hash of the entries' names, parts and captions, in their order.</summary>
    public required string Manifest { get; init; }

    /// <summary>The number of entries.</summary>
    public required int Entries { get; init; }

    /// <summary>The entries of each shard but the last.</summary>
    public required int EntriesPerShard { get; init; }

    /// <summary>How far windows are apart, seconds; null where the formats decide.</summary>
    public double? StrideSeconds { get; init; }

    /// <summary>Whether videos shorter than a format stand still to its end; datasets of before have no such field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HoldShort { get; init; }

    /// <summary>The threads of one operator.</summary>
    public required int Threads { get; init; }

    /// <summary>The formats.</summary>
    public required IReadOnlyList<FormatDescription> Formats { get; init; }

    /// <summary>The number of visual codes.</summary>
    public required int VisualCodes { get; init; }

    /// <summary>The levels of audio codes.</summary>
    public required int AudioLevels { get; init; }

    /// <summary>The number of audio codes of each level.</summary>
    public required int AudioCodes { get; init; }

    /// <summary>The width of a text embedding; null where captions are not embedded.</summary>
    public int? TextWidth { get; init; }

    /// <summary>The tokenizers.</summary>
    public required TokenizerFingerprints Tokenizers { get; init; }

    /// <summary>The number of shards.</summary>
    public int Shards => (int)(((long)Entries + EntriesPerShard - 1) / EntriesPerShard);

    /// <summary>Describes what a run will make.</summary>
    public static DatasetDescription Of(
        TokenPlan plan, IReadOnlyList<DatasetEntry> entries, TokenizingOptions options, UnifiedVocabulary vocabulary,
        TokenizerFingerprints tokenizers, int? textWidth) => new()
    {
        Manifest = HashOf(entries),
        Entries = entries.Count,
        EntriesPerShard = options.EntriesOf(entries.Count),
        StrideSeconds = options.Stride?.TotalSeconds,
        HoldShort = options.HoldShort,
        Threads = options.ThreadsPerWorker,
        Formats = [.. plan.Formats.Select(FormatDescription.Of)],
        VisualCodes = vocabulary.VisualCodes,
        AudioLevels = vocabulary.AudioLevels,
        AudioCodes = vocabulary.AudioCodesPerLevel,
        TextWidth = textWidth,
        Tokenizers = tokenizers,
    };

    /// <summary>Reads the description of a dataset.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <exception cref="DatasetException">The folder holds no dataset, or its description is damaged.</exception>
    public static DatasetDescription Read(string folder)
    {
        var path = Path.Join(folder, FileName);
        if (!File.Exists(path))
            throw new DatasetException(folder, $"holds no tokenized dataset: there is no {FileName}.");
        DatasetDescription read;
        try
        {
            read = JsonSerializer.Deserialize<DatasetDescription>(File.ReadAllBytes(path), Json) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new DatasetException(path, $"is damaged ({exception.Message}). Tokenize into a new folder.", exception);
        }
        return read is { Version: 1, Entries: > 0, EntriesPerShard: > 0 }
            ? read
            : throw new DatasetException(path, "was written by another version of this program. Tokenize again into a new folder.");
    }

    /// <summary>Writes the description into a folder, or sees that the folder's is the same.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <returns>The description that the folder has now.</returns>
    /// <exception cref="DatasetException">The folder holds another dataset; every difference is named.</exception>
    public DatasetDescription WriteOrCompare(string folder)
    {
        var path = Path.Join(folder, FileName);
        if (!File.Exists(path))
        {
            ReplacedFile.Write(path, stream => stream.Write(Bytes()));
            return this;
        }
        var found = Read(folder);
        // A dataset that was begun before the weights of views were noted goes on without.
        var given = found.Tokenizers.Views is null ? this with { Tokenizers = Tokenizers with { Views = null } } : this;
        string[] differences = [.. Differences("", JsonSerializer.SerializeToNode(found, Json), JsonSerializer.SerializeToNode(given, Json))];
        if (differences.Length > 0)
        {
            throw new DatasetException(
                folder, ["holds another dataset. Tokenize into a new folder, or with what this one was begun with:", .. differences]);
        }
        return given;
    }

    /// <summary>A hash of the description, which each shard bears.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Bytes()));

    /// <summary>The file of a shard.</summary>
    /// <param name="shard">Its number, from 0.</param>
    public string FileOf(int shard) => $"shard-{shard:D5}-of-{Shards:D5}.safetensors";

    /// <summary>The entries of a shard.</summary>
    /// <param name="shard">Its number, from 0.</param>
    public Range EntriesOf(int shard) => (shard * EntriesPerShard)..(int)Math.Min((shard + 1L) * EntriesPerShard, Entries);

    private byte[] Bytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    private static string HashOf(IEnumerable<DatasetEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries)
        {
            var fields = new[] { entry.Name, entry.Caption, $"{entry.Start.Ticks}", $"{entry.Duration?.Ticks}" };
            hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(fields)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Differences(string place, JsonNode? found, JsonNode? given) => (found, given) switch
    {
        (JsonObject left, JsonObject right) => left.Select(property => property.Key).Union(right.Select(property => property.Key))
            .SelectMany(key => Differences(place.Length == 0 ? key : $"{place}.{key}", left[key], right[key])),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            left.Zip(right).SelectMany((pair, i) => Differences($"{place}[{i}]", pair.First, pair.Second)),
        _ when JsonNode.DeepEquals(found, given) => [],
        _ => [$"{place}: the folder has {found?.ToJsonString() ?? "none"}, now it is {given?.ToJsonString() ?? "none"}"],
    };
}

/// <summary>A format of a dataset and what is computed in it.</summary>
/// <param name="Name">The format's name.</param>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Frames">Frames.</param>
/// <param name="Video">Whether the frames themselves are encoded.</param>
/// <param name="Sound">Whether the sound is encoded.</param>
/// <param name="Views">The computed views.</param>
internal sealed record FormatDescription(string Name, int Width, int Height, int Frames, bool Video, bool Sound, IReadOnlyList<string> Views)
{
    /// <summary>Describes the plan of a format.</summary>
    public static FormatDescription Of(FormatPlan plan) => new(
        plan.Format.Name, plan.Format.Width, plan.Format.Height, plan.Format.Frames, plan.HasVideo, plan.HasSound,
        [.. plan.Views.Select(FormatPlan.KeyOf)]);

    /// <summary>The format.</summary>
    public VideoFormat ToFormat() => new(Name, Width, Height, Frames);
}
