using System.Text.Json;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Data;

/// <summary>The list of all shards of a finished dataset; it depends on nothing but the shards, whoever writes it.</summary>
/// <param name="Dataset">The hash of the dataset's description.</param>
/// <param name="Shards">The shards, in order.</param>
internal sealed record DatasetIndex(string Dataset, IReadOnlyList<IndexedShard> Shards)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "index.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Reads the index of a dataset.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="description">The dataset.</param>
    /// <exception cref="DatasetException">The dataset is not finished, or the index is damaged.</exception>
    public static DatasetIndex Read(string folder, DatasetDescription description)
    {
        var path = Path.Join(folder, FileName);
        if (!File.Exists(path))
        {
            var finished = Enumerable.Range(0, description.Shards).Count(shard => File.Exists(Path.Join(folder, description.FileOf(shard))));
            throw new DatasetException(
                folder, $"is not finished: {finished} of {description.Shards} shards are there. Run tokenize again, which goes on where it stopped.");
        }
        try
        {
            if (JsonSerializer.Deserialize<DatasetIndex>(File.ReadAllBytes(path), Json) is { Shards: not null } index
                && index.Dataset == description.Hash() && index.Shards.Count == description.Shards)
            {
                return index;
            }
        }
        catch (JsonException exception)
        {
            throw Damaged(exception);
        }
        throw Damaged(null);

        DatasetException Damaged(Exception? cause) =>
            new(path, "is damaged, or is that of another dataset. Delete it and run tokenize again, which makes it from the shards.", cause);
    }

    /// <summary>Writes the index if all shards are there.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="description">The dataset.</param>
    /// <returns>Whether they are.</returns>
    /// <exception cref="DatasetException">A shard is damaged or of another dataset.</exception>
    public static bool WriteIfComplete(string folder, DatasetDescription description)
    {
        string[] files = [.. Enumerable.Range(0, description.Shards).Select(description.FileOf)];
        if (!files.All(file => File.Exists(Path.Join(folder, file))))
            return false;
        var hash = description.Hash();
        var index = new DatasetIndex(hash, [.. files.Select(file => IndexedShard.Of(folder, file, description, hash))]);
        ReplacedFile.Write(Path.Join(folder, FileName), stream =>
        {
            JsonSerializer.Serialize(stream, index, Json);
            stream.WriteByte((byte)'\n');
        });
        return true;
    }
}

/// <summary>A shard of an index.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Checksum">The hash of its content.</param>
/// <param name="Entries">The entries in it.</param>
/// <param name="Bad">The entries that were skipped.</param>
/// <param name="Windows">The windows in each format.</param>
internal sealed record IndexedShard(string File, string Checksum, int Entries, int Bad, IReadOnlyDictionary<string, int> Windows)
{
    /// <summary>Describes a finished shard.</summary>
    public static IndexedShard Of(string folder, string file, DatasetDescription description, string hash)
    {
        using var shard = new ShardReader(Path.Join(folder, file));
        return shard.DatasetHash == hash
            ? new(
                file, shard.Checksum, shard.Entries.Count, shard.Bad.Count,
                description.Formats.ToDictionary(format => format.Name, format => shard.Count(format.Name)))
            : throw new DatasetException(Path.Join(folder, file), "is a shard of another dataset. Delete it and run tokenize again.");
    }
}
