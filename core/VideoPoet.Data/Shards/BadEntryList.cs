using System.Text.Json;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Data;

/// <summary>
/// The file of one machine that says why entries were skipped. The shards say which were: the reasons, in the words of other programs, may differ
/// from run to run, and shards must not.
/// </summary>
internal sealed class BadEntryList
{
    /// <summary>The name of the file where one machine does all.</summary>
    public const string FileName = "bad-files.jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _guard = new();
    private readonly string _path;
    private readonly SortedDictionary<int, BadEntry> _entries = [];

    /// <summary>Opens the list of earlier runs, if there is one.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="part">The machine.</param>
    public BadEntryList(string folder, ShardPart part)
    {
        _path = Path.Join(folder, part == ShardPart.Whole ? FileName : $"bad-files-{part.Number}-of-{part.Count}.jsonl");
        if (!File.Exists(_path))
            return;
        foreach (var line in File.ReadLines(_path))
        {
            var entry = ParsedOf(line);
            _entries[entry.Number] = entry;
        }
    }

    /// <summary>Adds an entry and writes the list.</summary>
    /// <param name="entry">The entry.</param>
    public void Add(BadEntry entry)
    {
        lock (_guard)
        {
            _entries[entry.Number] = entry;
            Write();
        }
    }

    /// <summary>Keeps only those that are bad, and writes the list if that changes it: what was bad may have been mended since.</summary>
    /// <param name="bad">Those that are bad.</param>
    public void Keep(IEnumerable<BadEntry> bad)
    {
        lock (_guard)
        {
            var kept = bad.Select(entry => entry.Number).ToHashSet();
            var gone = _entries.Keys.Where(number => !kept.Contains(number)).ToArray();
            foreach (var number in gone)
                _entries.Remove(number);
            if (gone.Length > 0)
                Write();
        }
    }

    private void Write()
    {
        if (_entries.Count == 0)
        {
            File.Delete(_path);
            return;
        }
        ReplacedFile.Write(_path, stream =>
        {
            foreach (var entry in _entries.Values)
            {
                JsonSerializer.Serialize(stream, entry, Json);
                stream.WriteByte((byte)'\n');
            }
        });
    }

    private BadEntry ParsedOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<BadEntry>(line, Json) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new DatasetException(_path, "is damaged. Delete it; only reasons are lost.", exception);
        }
    }
}
