using System.Buffers.Binary;
using System.Text.Json;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>Writes safetensors files of any size that occupy no disk: all weights are a hole, which reads as zeros.</summary>
internal static class SparseWeights
{
    /// <summary>What the header says of a tensor; the bytes are counted from the header's end.</summary>
    public sealed record Entry(string Name, string Type, long[] Shape, long Begin, long End);

    /// <summary>Writes float tensors of some names and shapes, and returns the path.</summary>
    public static string Write(string path, IEnumerable<(string Name, long[] Shape)> tensors)
    {
        var entries = Layout(tensors);
        return Write(path, entries, entries[^1].End);
    }

    /// <summary>Where float tensors lie, one behind the other.</summary>
    public static IReadOnlyList<Entry> Layout(IEnumerable<(string Name, long[] Shape)> tensors)
    {
        var entries = new List<Entry>();
        foreach (var (name, shape) in tensors)
        {
            var begin = entries is [] ? 0 : entries[^1].End;
            entries.Add(new(name, "F32", shape, begin, begin + sizeof(float) * shape.Aggregate(1L, (product, size) => product * size)));
        }
        return entries;
    }

    /// <summary>Writes a header, be it right or wrong, and a hole of some bytes behind it; returns the path.</summary>
    public static string Write(string path, IEnumerable<Entry> entries, long bytes)
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            foreach (var (name, dtype, shape, begin, end) in entries)
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, new { dtype, shape, data_offsets = new[] { begin, end } });
            }
            json.WriteEndObject();
        }
        // Elements lie at multiples of their size, as every writer sees to; else they could not be mapped.
        while (header.Length % sizeof(long) != 0)
            header.WriteByte((byte)' ');
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        using var file = File.Create(path);
        file.Write(length);
        header.WriteTo(file);
        file.SetLength(file.Position + bytes);
        return path;
    }
}
