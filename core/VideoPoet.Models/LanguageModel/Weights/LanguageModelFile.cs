using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.LanguageModel;

/// <summary>
/// Writes and reads a language model's weights as safetensors, with what they are the weights of: sizes, vocabulary and layouts. A file that is of
/// another model, or whose ids or positions mean something else, is refused.
/// </summary>
public static class LanguageModelFile
{
    /// <summary>Writes a model.</summary>
    /// <param name="path">The file, which is replaced once the new one is complete.</param>
    /// <param name="model">The model.</param>
    /// <param name="layouts">
    /// The fingerprint of each layout that it was trained on, <see cref="Core.SequenceLayout.Fingerprint"/>, by a name such as
    /// <c>text-to-video in square-17</c>; none when null.
    /// </param>
    /// <param name="names">The tensors' names: the model's own when null, or <see cref="LlamaWeights.Names"/>.</param>
    public static void Save(string path, PrefixLanguageModel model, IReadOnlyDictionary<string, string>? layouts = null, KeyMap? names = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        (names ?? KeyMap.SameNames).Write(path, model, LanguageModelIdentity.Of(model, layouts).ToMetadata());
    }

    /// <summary>Reads weights into a model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model; it is left as it was when the file is refused.</param>
    /// <param name="layouts">
    /// The fingerprints of the layouts that it will meet; those with names that the file has must agree. None when null.
    /// </param>
    /// <param name="names">The tensors' names: the model's own when null, or <see cref="LlamaWeights.Names"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="LanguageModelMismatchException">The file is of another model; every difference is listed.</exception>
    /// <exception cref="FormatException">The file is broken, or its tensors are others.</exception>
    public static void Load(string path, PrefixLanguageModel model, IReadOnlyDictionary<string, string>? layouts = null, KeyMap? names = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var file = WeightFile.Open(path);
        if (LanguageModelIdentity.Read(file) is { } found)
        {
            string[] differences = [.. found.DifferencesFrom(LanguageModelIdentity.Of(model, layouts))];
            if (differences.Length > 0)
                throw new LanguageModelMismatchException(path, differences);
        }
        (names ?? KeyMap.SameNames).Load(file, model);
    }
}
