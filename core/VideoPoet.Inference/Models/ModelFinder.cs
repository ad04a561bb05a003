using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;

namespace VideoPoet.Inference;

/// <summary>Finds the folder that a model's name stands for.</summary>
internal static class ModelFinder
{
    private const string ModelsFolder = "models";

    /// <summary>The folder of a model.</summary>
    /// <param name="model">The path of the folder, or a name below <c>models</c> beside the program.</param>
    /// <exception cref="VideoGenerationException">There is no such model; the message says where it was looked for, and which there are.</exception>
    public static string Find(string model)
    {
        if (string.IsNullOrWhiteSpace(model))
            throw new VideoGenerationException("no model is named. Name a folder, or a model below 'models' beside the program.");
        if (Directory.Exists(model))
            return Path.GetFullPath(model);
        var models = Path.Join(AppContext.BaseDirectory, ModelsFolder);
        var below = Path.Join(models, model);
        // A name is one folder, and leads nowhere else.
        if (Path.GetFileName(model) == model && model is not ("." or "..") && Directory.Exists(below))
            return below;
        var there = Directory.Exists(models)
            ? Directory.GetDirectories(models).Where(IsModel).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToArray()
            : [];
        throw new VideoGenerationException(
            $"{Names.Unknown("model", model, there)} Neither the folder '{model}' nor '{below}' exists.");
    }

    private static bool IsModel(string folder) => File.Exists(Path.Join(folder, LanguageModelFolder.WeightFileName));
}
