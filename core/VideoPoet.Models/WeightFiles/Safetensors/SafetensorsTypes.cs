using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>The names of element types in safetensors headers.</summary>
internal static class SafetensorsTypes
{
    private static readonly (string Name, ScalarType Type)[] Pairs =
    [
        ("F64", float64), ("F32", float32), ("F16", float16), ("BF16", bfloat16),
        ("I64", int64), ("I32", int32), ("I16", int16), ("I8", int8), ("U8", uint8), ("BOOL", @bool),
    ];

    /// <summary>Every name, separated by commas.</summary>
    public static string Names => string.Join(", ", Pairs.Select(pair => pair.Name));

    /// <summary>The type of a name, or null.</summary>
    public static ScalarType? Type(string name)
    {
        foreach (var pair in Pairs)
            if (pair.Name == name)
                return pair.Type;
        return null;
    }

    /// <summary>The name of a type, or null when the format has none.</summary>
    public static string? Name(ScalarType type) => Pairs.FirstOrDefault(pair => pair.Type == type).Name;
}
