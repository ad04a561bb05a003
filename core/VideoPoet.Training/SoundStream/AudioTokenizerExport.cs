using System.Globalization;
using VideoPoet.Models.SoundStream;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Training;

/// <summary>Writes an audio tokenizer as users load it: its weights, and beside them its sizes as a model file states them.</summary>
internal static class AudioTokenizerExport
{
    private const string Name = "audio-tokenizer";

    /// <summary>Writes <c>audio-tokenizer.safetensors</c> and <c>audio-tokenizer.yaml</c>.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="folder">The folder, which exists.</param>
    public static void Write(SoundStreamTokenizer tokenizer, string folder)
    {
        var sizes = tokenizer.Sizes;
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            channels: {sizes.Channels}
            strides: [{string.Join(", ", sizes.Strides)}]
            embedding: {sizes.Embedding}
            levels: {sizes.Levels}
            trainedLevels: {sizes.TrainedLevels}
            codes: {sizes.Codes}
            parameters: {sizes.Parameters}

            """);
        SafetensorsWriter.Write(Path.Combine(folder, $"{Name}.safetensors"), tokenizer);
        ReplacedFile.Write(Path.Combine(folder, $"{Name}.yaml"), text);
    }
}
