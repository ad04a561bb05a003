using TorchSharp;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.T5;

/// <summary>Loads published encoders: a folder with <c>config.json</c> and weights in safetensors or PyTorch files, in one or in shards.</summary>
public static class T5Weights
{
    private static readonly string[] s_files =
        ["model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json"];

    /// <summary>
    /// The names in the files of Hugging Face. Decoders are left alone; the table of pieces is tied, and some files have it under its other name.
    /// </summary>
    public static KeyMap HuggingFace { get; } = new("a T5 encoder in the format of Hugging Face")
    {
        Rules = [new("shared.weight", KeySource.Tensor("shared.weight", "encoder.embed_tokens.weight")), KeyRule.SameName],
        Ignored = ["decoder.{rest*}", "lm_head.weight"],
    };

    /// <summary>Loads an encoder, ready to be used.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="device">Where its parameters will live; the processor if null.</param>
    /// <param name="type">The type of its parameters, float32 if null.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="FormatException">A file is broken, or the weights are not those of the configuration.</exception>
    public static T5Encoder Load(string folder, Device? device = null, ScalarType? type = null)
    {
        var sizes = T5Config.Read(Path.Combine(folder, "config.json"));
        using var file = WeightFile.Open(FileIn(folder));
        return HuggingFace.Open(file, to => new T5Encoder(sizes, to, type), device);
    }

    /// <summary>Writes an encoder as a folder that can be loaded, with the vocabulary that it was trained with.</summary>
    /// <param name="folder">The folder, which is replaced once the new one is complete.</param>
    /// <param name="encoder">The encoder.</param>
    /// <param name="pieces">The file of its SentencePiece model.</param>
    public static void Save(string folder, T5Encoder encoder, string pieces) => ReplacedFolder.Write(folder, beside =>
    {
        T5Config.Write(Path.Combine(beside, "config.json"), encoder.Sizes);
        File.Copy(pieces, Path.Combine(beside, "spiece.model"));
        SafetensorsWriter.Write(Path.Combine(beside, s_files[0]), encoder);
    });

    private static string FileIn(string folder) => s_files.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"'{folder}' has no weights; one of these files must be there: {string.Join(", ", s_files)}.");
}
