using System.Security.Cryptography;
using System.Text;
using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>A finished tokenized dataset: every window by its format and its number, in the order of the manifest.</summary>
public sealed class TokenizedDataset : IDisposable
{
    private readonly string _folder;
    private readonly DatasetIndex _index;
    private readonly Lazy<ShardReader>[] _shards;
    private readonly Dictionary<string, int[]> _ends;

    private TokenizedDataset(string folder, DatasetDescription description, DatasetIndex index)
    {
        (_folder, _index, Description) = (folder, index, description);
        Formats = description.Formats.Select(format => format.ToFormat()).ToValueList();
        _shards = [.. index.Shards.Select(shard => new Lazy<ShardReader>(() => OpenShard(shard)))];
        _ends = Formats.ToDictionary(format => format.Name, format =>
        {
            var end = 0;
            return index.Shards.Select(shard => end += shard.Windows.GetValueOrDefault(format.Name)).ToArray();
        });
    }

    /// <summary>The formats.</summary>
    public ValueList<VideoFormat> Formats { get; }

    /// <summary>What the tokens mean.</summary>
    public TokenizerFingerprints Tokenizers => Description.Tokenizers;

    /// <summary>A hash of all its content, 64 lower-case hexadecimal digits.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.ASCII.GetBytes(string.Join('\n', [_index.Dataset, .. _index.Shards.Select(shard => shard.Checksum)]))));

    /// <summary>What the shards are made of.</summary>
    internal DatasetDescription Description { get; }

    /// <summary>The entries of all shards.</summary>
    internal IEnumerable<TokenizedEntry> Entries => _shards.SelectMany(shard => shard.Value.Entries);

    /// <summary>Whether a folder holds a dataset of which every shard was made; what has become of them since is seen when it is opened.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    public static bool IsFinished(string folder) => File.Exists(Path.Join(folder, DatasetIndex.FileName));

    /// <summary>Opens a dataset; its shards are opened when they are asked for.</summary>
    /// <param name="folder">The folder that it was tokenized into.</param>
    /// <param name="expected">The tokenizers that it must be of; null takes any.</param>
    /// <exception cref="DatasetException">
    /// The folder holds no dataset, or an unfinished one, a shard is missing, or it was made by other tokenizers.
    /// </exception>
    public static TokenizedDataset Open(string folder, TokenizerFingerprints? expected = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var description = DatasetDescription.Read(folder);
        var index = DatasetIndex.Read(folder, description);
        string[] problems =
        [
            .. expected is null ? [] : description.Tokenizers.Differences(expected),
            .. index.Shards.Where(shard => !File.Exists(Path.Join(folder, shard.File)))
                .Select(shard => $"the shard {shard.File} is missing. Run tokenize again to have it made anew."),
        ];
        return problems.Length == 0 ? new(folder, description, index) : throw new DatasetException(folder, problems);
    }

    /// <summary>The number of windows in a format.</summary>
    /// <param name="format">The format's name.</param>
    public int Count(string format) => _ends.TryGetValue(format, out var ends) && ends.Length > 0 ? ends[^1] : 0;

    /// <summary>A window.</summary>
    /// <param name="format">The format, one of <see cref="Formats"/>.</param>
    /// <param name="index">Its number, from 0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    /// <exception cref="DatasetException">The shard is damaged.</exception>
    public TokenizedWindow Window(VideoFormat format, int index)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (index < 0 || index >= Count(format.Name))
            throw new ArgumentOutOfRangeException(nameof(index), index, $"the dataset has {Count(format.Name)} windows in '{format.Name}'.");
        var ends = _ends[format.Name];
        // The first shard that ends after it: shards without windows end where the one before does.
        var (low, high) = (0, ends.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ends[middle] > index ? (low, middle) : (middle + 1, high);
        }
        return _shards[low].Value.Window(format, index - (low == 0 ? 0 : ends[low - 1]));
    }

    /// <summary>Reads every shard and compares it with its checksum.</summary>
    /// <exception cref="DatasetException">Shards are damaged; all of them are named.</exception>
    public void Verify()
    {
        var problems = new List<string>();
        foreach (var shard in _shards)
        {
            try
            {
                shard.Value.Verify();
            }
            catch (DatasetException exception)
            {
                problems.Add(exception.Message);
            }
        }
        if (problems.Count > 0)
            throw new DatasetException(_folder, problems);
    }

    /// <summary>Releases the shards.</summary>
    public void Dispose()
    {
        foreach (var shard in _shards)
        {
            if (shard.IsValueCreated)
                shard.Value.Dispose();
        }
    }

    private ShardReader OpenShard(IndexedShard shard)
    {
        var path = Path.Join(_folder, shard.File);
        var reader = new ShardReader(path);
        if (reader.Checksum == shard.Checksum && reader.DatasetHash == _index.Dataset)
            return reader;
        reader.Dispose();
        throw new DatasetException(path, "is not the shard that the index was made for. Run tokenize again.");
    }
}
