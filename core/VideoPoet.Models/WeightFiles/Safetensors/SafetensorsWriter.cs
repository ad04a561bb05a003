using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Writes safetensors files. The same tensors and texts give the same bytes.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int BufferSize = 1 << 20;

    /// <summary>Writes a module's parameters and persistent buffers.</summary>
    /// <param name="path">The file, which is replaced once the new one is complete.</param>
    /// <param name="module">The module.</param>
    /// <param name="metadata">Texts to keep beside the tensors.</param>
    public static void Write(string path, nn.Module module, IReadOnlyDictionary<string, string>? metadata = null) =>
        Write(path, [.. module.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter)),
            .. module.named_buffers(include_nonpersistent: false)], metadata);

    /// <summary>Writes tensors.</summary>
    /// <param name="path">The file, which is replaced once the new one is complete.</param>
    /// <param name="tensors">The tensors, on any device, with different names.</param>
    /// <param name="metadata">Texts to keep beside the tensors.</param>
    /// <exception cref="ArgumentException">A name occurs twice or is <c>__metadata__</c>, or the format has no name for a type.</exception>
    public static void Write(
        string path, IReadOnlyCollection<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        Check(tensors);
        // The widest first, so that every element lies at a multiple of its size.
        (string Name, Tensor Tensor)[] ordered =
            [.. tensors.OrderByDescending(entry => entry.Tensor.ElementSize).ThenBy(entry => entry.Name, StringComparer.Ordinal)];
        var header = Header(ordered, metadata ?? new Dictionary<string, string>());
        ReplacedFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[SafetensorsReader.LengthSize];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var (_, tensor) in ordered)
            {
                using var scope = NewDisposeScope();
                tensor.detach().cpu().contiguous().WriteBytesToStream(stream, BufferSize);
            }
        });
    }

    private static void Check(IEnumerable<(string Name, Tensor Tensor)> tensors)
    {
        var names = new HashSet<string>();
        foreach (var (name, tensor) in tensors)
        {
            if (name == SafetensorsHeader.MetadataName)
                throw new ArgumentException($"No tensor can be called '{name}': the format has other uses for the name.", nameof(tensors));
            if (!names.Add(name))
                throw new ArgumentException($"There are two tensors of the name '{name}'.", nameof(tensors));
            if (SafetensorsTypes.Name(tensor.dtype) is null)
                throw new ArgumentException(
                    $"'{name}' is {tensor.dtype}, for which safetensors has no name; it has {SafetensorsTypes.Names}.", nameof(tensors));
        }
    }

    private static byte[] Header(IReadOnlyList<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            var offset = 0L;
            foreach (var (name, tensor) in tensors)
            {
                var entry = new WeightEntry(name, tensor.dtype, tensor.shape.ToValueList());
                WriteTensor(json, entry, offset);
                offset += entry.Bytes;
            }
            json.WriteEndObject();
        }
        while (stream.Length % Alignment != 0)
            stream.WriteByte((byte)' ');
        return stream.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return;
        json.WriteStartObject(SafetensorsHeader.MetadataName);
        foreach (var (name, text) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, WeightEntry entry, long offset)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", SafetensorsTypes.Name(entry.Type));
        WriteNumbers(json, "shape", entry.Shape);
        WriteNumbers(json, "data_offsets", [offset, offset + entry.Bytes]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
