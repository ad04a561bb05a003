using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;

namespace VideoPoet.Models;

/// <summary>Finds the folder that a model's name stands for.</summary>
public static class ModelFolders
{
    /// <summary>The name of the model that comes with every program.</summary>
    public const string Mini = "mini";

    /// <summary>The file of a model's folder that says how its tasks are drawn where nobody says otherwise.</summary>
    public const string SamplingFileName = "sampling.json";

    private const string ModelsFolder = "models", Variable = "VIDEOPOET_MODELS";

    /// <summary>The folder of a model.</summary>
    /// <param name="model">
    /// The path of the folder, or a name in the folder of models: <c>models</c> beside the program, or that which <c>VIDEOPOET_MODELS</c> says.
    /// </param>
    /// <exception cref="ArgumentException">There is no such model; the message says where it was looked for, and which there are.</exception>
    public static string Find(string model)
    {
        if (string.IsNullOrWhiteSpace(model))
            throw new ArgumentException("no model is named. Name a folder, or a model below 'models' beside the program.");
        if (Directory.Exists(model))
            return Path.GetFullPath(model);
        var models = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
            ? chosen
            : Path.Join(AppContext.BaseDirectory, ModelsFolder);
        var below = Path.Join(models, model);
        // A name is one folder, and leads nowhere else.
        if (Path.GetFileName(model) == model && model is not ("." or "..") && Directory.Exists(below))
            return Path.GetFullPath(below);
        if (model == Mini)
        {
            throw new ArgumentException(
                $"the model '{model}' should come with the program, and is not there: '{below}' does not exist. Name the folder of another "
                + "model, or train this one and pack it into models/mini, as docs/mini.md says; what is built then has it.");
        }
        var there = Directory.Exists(models)
            ? Directory.GetDirectories(models).Where(IsModel).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToArray()
            : [];
        throw new ArgumentException($"{Names.Unknown("model", model, there)} Neither the folder '{model}' nor '{below}' exists.");
    }

    private static bool IsModel(string folder) => File.Exists(Path.Join(folder, LanguageModelFolder.WeightFileName));
}
