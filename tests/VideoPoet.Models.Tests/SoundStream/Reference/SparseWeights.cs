using System.Buffers.Binary;
using System.Text.Json;

namespace VideoPoet.Models.Tests.SoundStream.Reference;

/// <summary>Writes safetensors files of any size that occupy no disk: all weights are a hole, which reads as zeros.</summary>
internal static class SparseWeights
{
    /// <summary>Writes float tensors of some names and shapes, and returns the path.</summary>
    public static string Write(string path, IEnumerable<(string Name, long[] Shape)> tensors)
    {
        var end = 0L;
        var header = new Dictionary<string, object>();
        foreach (var (name, shape) in tensors)
        {
            var start = end;
            end += sizeof(float) * shape.Aggregate(1L, (product, size) => product * size);
            header.Add(name, new { dtype = "F32", shape, data_offsets = new[] { start, end } });
        }
        var text = JsonSerializer.SerializeToUtf8Bytes(header);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        using var file = File.Create(path);
        file.Write(length);
        file.Write(text);
        file.SetLength(file.Position + end);
        return path;
    }
}
