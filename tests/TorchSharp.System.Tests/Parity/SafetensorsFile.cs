using System.Buffers.Binary;
using System.Text.Json;

namespace VideoPoet.Engines.Tests.Parity;

/// <summary>Reads tensors from a safetensors file: 8-byte little-endian header length, JSON header, raw data.</summary>
internal sealed class SafetensorsFile
{
    private readonly byte[] _bytes;
    private readonly int _dataStart;
    private readonly Dictionary<string, JsonElement> _header;

    private SafetensorsFile(byte[] bytes)
    {
        _bytes = bytes;
        _dataStart = checked(sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes));
        _header = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(bytes.AsSpan(sizeof(long).._dataStart))!;
    }

    /// <summary>The names of all tensors.</summary>
    public IReadOnlyCollection<string> Names => _header.Keys;

    /// <summary>Reads a whole file into memory.</summary>
    public static SafetensorsFile Open(string path) => new(File.ReadAllBytes(path));

    /// <summary>Makes a new tensor with the values that the file has under a name.</summary>
    public Tensor Read(string name)
    {
        var entry = _header[name];
        var shape = entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var offsets = entry.GetProperty("data_offsets").EnumerateArray().Select(offset => _dataStart + offset.GetInt32()).ToArray();
        var result = empty(shape, DataType(entry.GetProperty("dtype").GetString()));
        result.bytes = _bytes.AsSpan(offsets[0]..offsets[1]);
        return result;
    }

    private static ScalarType DataType(string? name) => name switch
    {
        "F64" => float64,
        "F32" => float32,
        "F16" => float16,
        "BF16" => bfloat16,
        "I64" => int64,
        "I32" => int32,
        "I16" => int16,
        "I8" => int8,
        "U8" => uint8,
        "BOOL" => @bool,
        _ => throw new InvalidDataException($"The data type '{name}' is not one that the reference file uses."),
    };
}
