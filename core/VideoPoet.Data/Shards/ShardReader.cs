using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>A shard of tokens, mapped into memory and read window by window in any order, by any thread.</summary>
public sealed class ShardReader : IDisposable
{
    private const int TableColumns = 3;

    private readonly IWeightFile _file;
    private readonly Dictionary<string, Tensor> _tensors = [];

    /// <summary>Opens a shard; the tokens are read when they are asked for.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DatasetException">The file is no shard, or is cut off.</exception>
    public ShardReader(string path)
    {
        try
        {
            _file = WeightFile.Open(path);
        }
        catch (Exception exception) when (exception is IOException or FormatException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                path, $"is no shard that can be read ({UserMessage.Of(exception)}). Tokenize again to have it made anew.", exception);
        }
        try
        {
            Entries = Parse<TokenizedEntry[]>(ShardNames.Entries);
            Bad = Parse<BadEntry[]>(ShardNames.Bad);
            Tokenizers = Parse<TokenizerFingerprints>(ShardNames.Tokenizers);
            DatasetHash = Text(ShardNames.Dataset);
            Checksum = Text(ShardNames.Checksum);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Where the windows come from.</summary>
    public IReadOnlyList<TokenizedEntry> Entries { get; }

    /// <summary>The entries that were skipped.</summary>
    public IReadOnlyList<BadEntry> Bad { get; }

    /// <summary>What the tokens mean.</summary>
    public TokenizerFingerprints Tokenizers { get; }

    /// <summary>Of which dataset it is.</summary>
    internal string DatasetHash { get; }

    /// <summary>The hash that the content should have.</summary>
    internal string Checksum { get; }

    /// <summary>The number of windows in a format.</summary>
    /// <param name="format">The format's name.</param>
    public int Count(string format) => _file.Tensors.TryGetValue(ShardNames.Windows(format), out var table) ? (int)table.Shape[0] : 0;

    /// <summary>A window.</summary>
    /// <param name="format">The format.</param>
    /// <param name="index">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public TokenizedWindow Window(VideoFormat format, int index)
    {
        ArgumentNullException.ThrowIfNull(format);
        var count = Count(format.Name);
        if (index < 0 || index >= count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"the shard has {count} windows in the format '{format.Name}'.");
        var row = MemoryMarshal.Cast<byte, long>(Row(ShardNames.Windows(format.Name), index));
        if (row.Length != TableColumns || row[0] < 0 || row[0] >= Entries.Count)
            throw Damaged();
        return new(this, format, index, Entries[(int)row[0]], new TimeSpan(row[1]), (int)row[2]);
    }

    /// <summary>Reads everything and compares it with the checksum.</summary>
    /// <exception cref="DatasetException">The content is not what was written.</exception>
    public void Verify()
    {
        if (ShardChecksum.Of(_file.Tensors.Keys, _file.Read, _file.Metadata) != Checksum)
            throw Damaged();
    }

    /// <summary>Releases the file.</summary>
    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
            tensor.Dispose();
        _file.Dispose();
    }

    /// <summary>Whether there is a tensor.</summary>
    internal bool Has(string name) => _file.Tensors.ContainsKey(name);

    /// <summary>A row of a tensor of codes.</summary>
    internal int[] Codes(string name, int row)
    {
        var bytes = Row(name, row);
        return Mapped(name).dtype == ScalarType.Int32
            ? MemoryMarshal.Cast<byte, int>(bytes).ToArray()
            : Array.ConvertAll(MemoryMarshal.Cast<byte, short>(bytes).ToArray(), code => (int)code);
    }

    /// <summary>The embedding of a caption, float32 [ids, width].</summary>
    internal Tensor Embedding(int place)
    {
        var ends = MemoryMarshal.Cast<byte, long>(Mapped(ShardNames.TextEnds).bytes);
        var first = place == 0 ? 0 : ends[place - 1];
        using var rows = Mapped(ShardNames.TextEmbeddings).narrow(0, first, ends[place] - first);
        return rows.to_type(ScalarType.Float32);
    }

    /// <summary>Copies the embedding of a caption; without libtorch, whose threads belong to whoever computes.</summary>
    /// <param name="place">The caption.</param>
    /// <param name="to">Where it goes, [64, width].</param>
    /// <returns>The number of ids.</returns>
    internal int CopyEmbedding(int place, Span<float> to)
    {
        var ends = MemoryMarshal.Cast<byte, long>(Mapped(ShardNames.TextEnds).bytes);
        var (first, end) = (place == 0 ? 0 : ends[place - 1], ends[place]);
        var embeddings = Mapped(ShardNames.TextEmbeddings);
        var width = (int)embeddings.size(1);
        if (first < 0 || end < first || end > embeddings.size(0) || (end - first) * width > to.Length)
            throw Damaged();
        var values = MemoryMarshal.Cast<byte, Half>(embeddings.bytes).Slice((int)first * width, (int)(end - first) * width);
        for (var i = 0; i < values.Length; i++)
            to[i] = (float)values[i];
        return (int)(end - first);
    }

    /// <summary>That the content is not what was written.</summary>
    private DatasetException Damaged() => new(_file.Path, "is damaged. Tokenize again to have it made anew.");

    private Span<byte> Row(string name, int row)
    {
        var tensor = Mapped(name);
        var bytes = tensor.bytes;
        var length = bytes.Length / (int)tensor.size(0);
        return bytes.Slice(row * length, length);
    }

    private Tensor Mapped(string name)
    {
        lock (_tensors)
        {
            if (_tensors.TryGetValue(name, out var known))
                return known;
            if (!Has(name))
                throw Damaged();
            var tensor = _file.Read(name).DetachFromDisposeScope();
            _tensors.Add(name, tensor);
            return tensor;
        }
    }

    private T Parse<T>(string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Text(name), ShardWriter.Json) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new DatasetException(_file.Path, $"is no shard: its '{name}' cannot be read.", exception);
        }
    }

    private string Text(string name) => _file.Metadata.TryGetValue(name, out var text)
        ? text
        : throw new DatasetException(_file.Path, $"is no shard: it has no '{name}'.");
}
