using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Models.Magvit2;

/// <summary>The weight file of a video tokenizer, which also says what the names and the shapes of its tensors do not show.</summary>
public static class VideoTokenizerFile
{
    private const string Rules = "rules", Padding = "padding";

    /// <summary>Writes a tokenizer.</summary>
    /// <param name="path">The file, which is replaced once it is complete.</param>
    /// <param name="tokenizer">The tokenizer.</param>
    public static void Write(string path, VideoTokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        SafetensorsWriter.Write(path, tokenizer, Texts(tokenizer.Sizes));
    }

    /// <summary>What keeps the weights of a file from being used with some sizes; null for nothing.</summary>
    /// <param name="file">The file; one that says nothing has zeros around its frames, as all had once.</param>
    /// <param name="model">The model.</param>
    internal static string? Misfit(IWeightFile file, ModelSpec model)
    {
        var expected = Texts(model.VideoTokenizer);
        var said = new Dictionary<string, string>(file.Metadata);
        said.TryAdd(Padding, NameOf(FramePadding.Zeros));
        return expected.Keys.Where(key => said.TryGetValue(key, out var found) && found != expected[key]).Select(key =>
            $"it was trained with '{key}: {said[key]}', and the model '{model.Name}' has '{key}: {expected[key]}'. Write "
            + $"'videoTokenizer: {key}: {said[key]}' into the model, or train a video tokenizer for it.").FirstOrDefault();
    }

    private static Dictionary<string, string> Texts(VideoTokenizerSpec sizes) =>
        new() { [Rules] = NameOf(sizes.Rules), [Padding] = NameOf(sizes.Padding) };

    private static string NameOf(Enum value) => value.ToString().ToLowerInvariant();
}
