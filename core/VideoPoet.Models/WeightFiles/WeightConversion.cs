using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Writes weight files again in another type of numbers.</summary>
public static class WeightConversion
{
    /// <summary>Writes a file again as safetensors, with its single-precision tensors in another type; all others stay as they are.</summary>
    /// <param name="source">The file.</param>
    /// <param name="target">The new file, which is replaced once it is complete; not the same as <paramref name="source"/>.</param>
    /// <param name="type">The type of its numbers, such as bfloat16.</param>
    /// <param name="metadata">Texts to keep beside the tensors; those of the file when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WeightFileException">The file is broken.</exception>
    public static void Write(string source, string target, ScalarType type, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using var file = WeightFile.Open(source);
        using var scope = NewDisposeScope();
        SafetensorsWriter.Write(
            target, [.. file.Tensors.Keys.Select(name => (name, Converted(file.Read(name), type)))], metadata ?? file.Metadata);
    }

    private static Tensor Converted(Tensor tensor, ScalarType type) => tensor.dtype == ScalarType.Float32 ? tensor.to_type(type) : tensor;
}
