using TorchSharp;
using TorchSharp.Modules;
using VideoPoet.Core;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;
using static TorchSharp.torch;

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
    /// The fingerprint of each layout that it was trained on, <see cref="SequenceLayout.Fingerprint"/>, by a name such as
    /// <c>text-to-video in square-17</c>; none when null.
    /// </param>
    /// <param name="names">The tensors' names: the model's own when null, or <see cref="LlamaWeights.Names"/>.</param>
    /// <param name="tokenizers">The fingerprints of the tokenizers that made its tokens, by kind, such as <c>video</c>; none when null.</param>
    public static void Save(
        string path, PrefixLanguageModel model, IReadOnlyDictionary<string, string>? layouts = null, KeyMap? names = null,
        IReadOnlyDictionary<string, string>? tokenizers = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        (names ?? KeyMap.SameNames).Write(path, model, LanguageModelIdentity.Of(model, layouts, tokenizers).ToMetadata());
    }

    /// <summary>What a file's weights are the weights of; null when it does not say, as a foreign one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken.</exception>
    public static LanguageModelIdentity? IdentityOf(string path)
    {
        using var file = WeightFile.Open(path);
        return LanguageModelIdentity.Read(file);
    }

    /// <summary>The token ids that a file's weights were trained with; null when it does not say, as a foreign one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken.</exception>
    public static UnifiedVocabulary? VocabularyOf(string path) => IdentityOf(path)?.Vocabulary;

    /// <summary>Reads weights into a model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model; it is left as it was when the file is refused.</param>
    /// <param name="layouts">
    /// The fingerprints of the layouts that it will meet; those with names that the file has must agree. None when null.
    /// </param>
    /// <param name="names">The tensors' names: the model's own when null, or <see cref="LlamaWeights.Names"/>.</param>
    /// <param name="tokenizers">The tokenizers of the tokens that it will meet; those of kinds that the file has must agree. None when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="LanguageModelMismatchException">The file is of another model; every difference is listed.</exception>
    /// <exception cref="FormatException">The file is broken, or its tensors are others.</exception>
    public static void Load(
        string path, PrefixLanguageModel model, IReadOnlyDictionary<string, string>? layouts = null, KeyMap? names = null,
        IReadOnlyDictionary<string, string>? tokenizers = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var file = WeightFile.Open(path);
        CheckIdentity(file, LanguageModelIdentity.Of(model, layouts, tokenizers));
        (names ?? KeyMap.SameNames).Load(file, model);
    }

    /// <summary>
    /// Makes a model of single precision on the processor that is used, not trained: its large weights are the mapped file itself where that has
    /// their type, so that they take memory once, however many models and processes use them.
    /// </summary>
    /// <param name="path">The file, with the model's own names.</param>
    /// <param name="sizes">The sizes.</param>
    /// <param name="vocabulary">The token ids.</param>
    /// <param name="textWidth">The width of a text embedding.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="LanguageModelMismatchException">The file is of another model; every difference is listed.</exception>
    /// <exception cref="FormatException">The file is broken, or its tensors are others.</exception>
    public static PrefixLanguageModel Open(string path, LanguageModelSpec sizes, UnifiedVocabulary vocabulary, int textWidth)
    {
        using var file = WeightFile.Open(path);
        var model = new PrefixLanguageModel(sizes, vocabulary, textWidth);
        try
        {
            CheckIdentity(file, LanguageModelIdentity.Of(model, layouts: null, tokenizers: null));
            KeyMap.SameNames.Check(file, model);
            Lend(file, model);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file again with its numbers in another type, which reading converts back.</summary>
    /// <param name="source">The file, which says what it is of.</param>
    /// <param name="target">The new file, which is replaced once it is complete.</param>
    /// <param name="type">The type of its numbers, such as bfloat16.</param>
    /// <param name="tokenizers">What it says of the tokenizers that made its tokens, by kind; the same as before when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken, or does not say what it is of.</exception>
    public static void Convert(string source, string target, torch.ScalarType type, IReadOnlyDictionary<string, string>? tokenizers = null)
    {
        var identity = IdentityOf(source)
            ?? throw new WeightFileException(
                source, "its metadata do not say which language model it is of. Take one that training here has written.");
        WeightConversion.Write(source, target, type, (tokenizers is null ? identity : identity with { Tokenizers = tokenizers }).ToMetadata());
    }

    private static void CheckIdentity(IWeightFile file, LanguageModelIdentity model)
    {
        if (LanguageModelIdentity.Read(file) is not { } found)
            return;
        string[] differences = [.. found.DifferencesFrom(model)];
        if (differences.Length > 0)
            throw new LanguageModelMismatchException(file.Path, differences);
    }

    private static void Lend(IWeightFile file, PrefixLanguageModel model)
    {
        using var silent = no_grad();
        var owners = new Dictionary<string, Action<Parameter>>();
        foreach (var (name, module) in model.named_modules())
        {
            if (module is Linear linear)
                owners[$"{name}.weight"] = weight => linear.weight = weight;
            else if (module is Embedding table)
                owners[$"{name}.weight"] = weight => table.weight = weight;
        }
        foreach (var (name, parameter) in model.named_parameters().ToList())
        {
            if (owners.TryGetValue(name, out var lend) && file.Tensors[name].Type == parameter.dtype)
            {
                lend(new Parameter(file.Read(name), requires_grad: false));
                continue;
            }
            using var values = file.Read(name);
            parameter.copy_(values);
        }
    }
}
