using System.Collections.Concurrent;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Tensors in one mapped file, whatever its format.</summary>
internal sealed class MappedWeights : IWeightFile
{
    private readonly MappedFile _file;
    private readonly Dictionary<string, MappedTensor> _places;
    private readonly ConcurrentDictionary<ZipMember, bool> _checked = [];

    /// <summary>Takes over the file.</summary>
    /// <exception cref="WeightFileException">Two tensors have one name.</exception>
    public MappedWeights(MappedFile file, IEnumerable<MappedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        _file = file;
        _places = [];
        var entries = new OrderedDictionary<string, WeightEntry>();
        foreach (var tensor in tensors)
        {
            if (!_places.TryAdd(tensor.Entry.Name, tensor))
                throw file.Broken($"there are two tensors of the name '{tensor.Entry.Name}'.");
            entries.Add(tensor.Entry.Name, tensor.Entry);
        }
        Tensors = entries;
        Metadata = metadata;
    }

    public string Path => _file.Path;

    public IReadOnlyDictionary<string, WeightEntry> Tensors { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public Tensor Read(string name)
    {
        if (!_places.TryGetValue(name, out var place))
            throw new ArgumentException($"{Path}: {Names.Unknown("tensor", name, _places.Keys)}", nameof(name));
        var (entry, offset, strides, member) = place;
        if (member is not null)
            CheckContent(member, name);
        if (strides is null)
            return _file.Tensor(offset, entry.Shape, entry.Type);
        var span = 1 + entry.Shape.Zip(strides, (size, stride) => (size - 1) * stride).Sum();
        using var flat = _file.Tensor(offset, [span], entry.Type);
        return flat.as_strided([.. entry.Shape], [.. strides]);
    }

    public void Dispose() => _file.Dispose();

    // Only now, since opening a file must not read all of it; once for all tensors that share the content.
    private void CheckContent(ZipMember member, string tensor)
    {
        if (_checked.ContainsKey(member))
            return;
        try
        {
            member.CheckContent(_file);
        }
        catch (FormatException e) when (e is not WeightFileException)
        {
            throw _file.Broken($"'{member.Name}', where '{tensor}' lies: {e.Message}", e);
        }
        _checked[member] = true;
    }
}
