using System.Globalization;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.Tokenizers;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Training;

/// <summary>Writes a video tokenizer as users load it: its weights, and beside them its sizes as a model file states them.</summary>
internal static class TokenizerExport
{
    /// <summary>Writes <c>video-tokenizer.safetensors</c> and <c>video-tokenizer.yaml</c>.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="folder">The folder, which exists.</param>
    public static void Write(VideoTokenizer tokenizer, string folder)
    {
        var sizes = tokenizer.Sizes;
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            patch: {sizes.Patch}
            channels: {sizes.Channels}
            multipliers: [{string.Join(", ", sizes.Multipliers)}]
            residualBlocks: {sizes.ResidualBlocks}
            bits: {sizes.Bits}
            rules: {sizes.Rules.ToString().ToLowerInvariant()}
            padding: {sizes.Padding.ToString().ToLowerInvariant()}
            parameters: {sizes.Parameters}

            """);
        VideoTokenizerFile.Write(Path.Combine(folder, TokenizerFolder.VideoFile), tokenizer);
        ReplacedFile.Write(Path.Combine(folder, Path.ChangeExtension(TokenizerFolder.VideoFile, "yaml")), text);
    }
}
