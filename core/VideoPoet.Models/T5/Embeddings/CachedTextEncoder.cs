using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>
/// Keeps embeddings in files, one for each prompt, below a folder for each encoder, so that a prompt is computed once for all runs and processes.
/// </summary>
/// <param name="inner">Computes what is not there yet.</param>
/// <param name="folder">Where the files are; it is made when needed, and may be deleted at any time.</param>
public sealed class CachedTextEncoder(ITextEncoder inner, string folder) : ITextEncoder
{
    private const string TensorName = "embedding";

    /// <inheritdoc/>
    public int Width => inner.Width;

    /// <inheritdoc/>
    public string Fingerprint => inner.Fingerprint;

    /// <inheritdoc/>
    /// <exception cref="FormatException">The file of this prompt was damaged.</exception>
    public Tensor Encode(string prompt)
    {
        var path = PathOf(prompt);
        if (File.Exists(path))
            return Read(path);
        var embedding = inner.Encode(prompt);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafetensorsWriter.Write(path, [(TensorName, embedding)]);
        return embedding;
    }

    /// <summary>The file of a prompt, whether it is there or not.</summary>
    /// <param name="prompt">The prompt.</param>
    public string PathOf(string prompt)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prompt)));
        return Path.Combine(folder, Fingerprint, key[..2], $"{key}.safetensors");
    }

    private Tensor Read(string path)
    {
        using var file = WeightFile.Open(path);
        if (file.Tensors.GetValueOrDefault(TensorName) is not { Type: ScalarType.Float32, Shape: [> 0, var width] } || width != Width)
            throw new FormatException($"{path}: it must hold '{TensorName}', Float32 of [ids, {Width}]. Delete it to have it made again.");
        // A copy: the file may be deleted, and a mapping of every prompt would be too many.
        using var stored = file.Read(TensorName);
        return stored.clone();
    }
}
