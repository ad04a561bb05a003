using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Weights that an index spreads over several files.</summary>
internal sealed class ShardedWeights : IWeightFile
{
    private readonly Dictionary<string, IWeightFile> _shards = [];
    private readonly IReadOnlyDictionary<string, string> _shardOf;

    /// <exception cref="WeightFileException">The index or a shard is broken, or they disagree; every missing tensor is listed.</exception>
    public ShardedWeights(string path)
    {
        Path = path;
        _shardOf = ShardIndex.Read(path);
        try
        {
            OpenShards();
            Tensors = Entries();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Path { get; }

    public IReadOnlyDictionary<string, WeightEntry> Tensors { get; }

    /// <summary>None: what the shards say of themselves need not hold for the whole.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

    public Tensor Read(string name) => _shardOf.TryGetValue(name, out var shard)
        ? _shards[shard].Read(name)
        : throw new ArgumentException($"{Path}: {Names.Unknown("tensor", name, _shardOf.Keys)}", nameof(name));

    public void Dispose()
    {
        foreach (var shard in _shards.Values)
            shard.Dispose();
    }

    private void OpenShards()
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        string[] files = [.. _shardOf.Values.Distinct()];
        string[] absent = [.. files.Where(file => !File.Exists(System.IO.Path.Combine(folder, file)))];
        if (absent.Length > 0)
            throw new WeightFileException(Path, $"its folder lacks {Listed(absent)}.");
        foreach (var file in files)
            _shards.Add(file, WeightFile.OpenSingle(System.IO.Path.Combine(folder, file)));
    }

    private OrderedDictionary<string, WeightEntry> Entries()
    {
        string[] missing = [.. _shardOf.Where(entry => !_shards[entry.Value].Tensors.ContainsKey(entry.Key)).Select(entry => entry.Key)];
        if (missing.Length > 0)
            throw new WeightFileException(Path, $"the shards lack {Listed(missing)}, which the index places in them.");
        return new(_shardOf.Select(entry => KeyValuePair.Create(entry.Key, _shards[entry.Value].Tensors[entry.Key])));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
