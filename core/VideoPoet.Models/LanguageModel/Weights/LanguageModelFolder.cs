using VideoPoet.Core;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Models.LanguageModel;

/// <summary>
/// A trained language model in a folder: <c>language-model.safetensors</c>, which <see cref="LanguageModelFile"/> reads, and the sizes of the whole
/// model in <c>language-model.yaml</c>, which <see cref="SpecReader.ReadModel"/> reads.
/// </summary>
public static class LanguageModelFolder
{
    /// <summary>The file of the weights.</summary>
    public const string WeightFileName = "language-model.safetensors";

    /// <summary>The file of the sizes.</summary>
    public const string ModelFileName = "language-model.yaml";

    /// <summary>Writes a language model; each file appears when it is whole.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="model">The weights.</param>
    /// <param name="sizes">The model that they are a part of.</param>
    /// <param name="layouts">The fingerprints of the layouts that it was trained on, by name.</param>
    /// <param name="tokenizers">The fingerprints of the tokenizers that made its tokens, by kind.</param>
    public static void Write(
        string folder, PrefixLanguageModel model, ModelSpec sizes, IReadOnlyDictionary<string, string> layouts,
        IReadOnlyDictionary<string, string> tokenizers)
    {
        LanguageModelFile.Save(Path.Join(folder, WeightFileName), model, layouts, tokenizers: tokenizers);
        ReplacedFile.Write(Path.Join(folder, ModelFileName), SpecValues.ToYaml(sizes));
    }

    /// <summary>The file of weights that a name stands for.</summary>
    /// <param name="path">
    /// The file itself, its folder, the folder of a run (its best weights, else its latest), or the name of a model that comes along.
    /// </param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string FindWeights(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path))
            return path;
        var found = path == ModelFolders.Mini ? ModelFolders.Find(path) : path;
        var candidates = new[] { "", "best", "weights" }.Select(folder => Path.Join(found, folder, WeightFileName));
        return candidates.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"'{path}' is no language model: there is no {WeightFileName}, nor in its folders best and weights.");
    }
}
