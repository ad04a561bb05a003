using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Every class and function that a PyTorch checkpoint may name here.</summary>
internal static class PyTorchNames
{
    public static PickleValue.Global OrderedDict { get; } = new("collections", "OrderedDict");

    public static PickleValue.Global RebuildTensor { get; } = new("torch._utils", "_rebuild_tensor_v2");

    public static PickleValue.Global RebuildParameter { get; } = new("torch._utils", "_rebuild_parameter");

    /// <summary>The element type of each class of storage.</summary>
    public static IReadOnlyDictionary<PickleValue.Global, ScalarType> StorageTypes { get; } = new Dictionary<PickleValue.Global, ScalarType>
    {
        [new("torch", "DoubleStorage")] = float64,
        [new("torch", "FloatStorage")] = float32,
        [new("torch", "HalfStorage")] = float16,
        [new("torch", "BFloat16Storage")] = bfloat16,
        [new("torch", "LongStorage")] = int64,
        [new("torch", "IntStorage")] = int32,
        [new("torch", "ShortStorage")] = int16,
        [new("torch", "CharStorage")] = int8,
        [new("torch", "ByteStorage")] = uint8,
        [new("torch", "BoolStorage")] = @bool,
    };

    /// <summary>Whether a name is one of these.</summary>
    public static bool Contains(PickleValue.Global name) =>
        name == OrderedDict || name == RebuildTensor || name == RebuildParameter || StorageTypes.ContainsKey(name);
}
