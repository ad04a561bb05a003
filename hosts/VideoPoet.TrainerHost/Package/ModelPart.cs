using VideoPoet.Models.LanguageModel;
using VideoPoet.Models.Tokenizers;

namespace VideoPoet.TrainerHost.Package;

/// <summary>A part of a model: what it is called, and what it is in a folder.</summary>
/// <param name="Kind">The word for it, as fingerprints have it.</param>
/// <param name="Title">The word for a person.</param>
/// <param name="Name">Its file, or its folder.</param>
/// <param name="WeightFile">Its file of weights, from the model's folder.</param>
internal sealed record ModelPart(string Kind, string Title, string Name, string WeightFile)
{
    /// <summary>The language model.</summary>
    public static ModelPart Language { get; } =
        new("language", "language model", LanguageModelFolder.WeightFileName, LanguageModelFolder.WeightFileName);

    /// <summary>All parts, in the order in which they are trained.</summary>
    public static IReadOnlyList<ModelPart> All { get; } =
    [
        new("video", "video tokenizer", TokenizerFolder.VideoFile, TokenizerFolder.VideoFile),
        new("audio", "audio tokenizer", TokenizerFolder.AudioFile, TokenizerFolder.AudioFile),
        new("text", "text encoder", TokenizerFolder.TextFolder, Path.Join(TokenizerFolder.TextFolder, "model.safetensors")),
        Language,
    ];
}

/// <summary>Where a part is taken from.</summary>
/// <param name="Part">The part.</param>
/// <param name="Folder">The folder that has it.</param>
/// <param name="Run">The run that trained it; null when it comes from elsewhere.</param>
/// <param name="IsBest">Whether it is the run's best, not its last.</param>
internal sealed record PartSource(ModelPart Part, string Folder, string? Run, bool IsBest)
{
    private const string RecipeName = "recipe.yaml";

    /// <summary>The file of its weights.</summary>
    public string WeightFile => Path.Join(Folder, Part.WeightFile);

    /// <summary>The parts that a folder has: a run's best ones, else its latest, or those of a folder of weights.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static IReadOnlyList<PartSource> Find(string folder)
    {
        var run = File.Exists(Path.Join(folder, RecipeName)) ? folder : null;
        var best = Path.Join(folder, "best");
        string[] places = run is null ? [folder] : [best, Path.Join(folder, "weights")];
        PartSource[] found =
        [
            .. from part in ModelPart.All
               let place = Array.Find(places, place => File.Exists(Path.Join(place, part.WeightFile)))
               where place is not null
               select new PartSource(part, place, run, place == best),
        ];
        return found.Length > 0 ? found : throw new ArgumentException(
            $"'{folder}' has no part of a model: neither {string.Join(" nor ", ModelPart.All.Select(part => part.WeightFile))}. Name a run, or a "
            + "folder of weights.");
    }
}
