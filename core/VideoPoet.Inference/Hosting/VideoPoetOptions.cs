using System.Reflection;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.Inference;

/// <summary>Which model generates, and within which limits.</summary>
public sealed class VideoPoetOptions
{
    /// <summary>The model that comes with the program.</summary>
    public const string MiniModel = Models.ModelFolders.Mini;

    /// <summary>
    /// The model: the path of its folder, or the name of a folder below <c>models</c> beside the program, as that of the small model is that comes
    /// with it.
    /// </summary>
    public string Model { get; set; } = MiniModel;

    /// <summary>The folder of the tokenizers and the text encoder; null where they lie in the model's own.</summary>
    public string? Tokenizers { get; set; }

    /// <summary>How the language model's weights are held: shorter ones take less memory and are read faster.</summary>
    public WeightFormat Weights { get; set; }

    /// <summary>What computes the steps of decoding; the torch engine takes <see cref="WeightFormat.Float32"/> only.</summary>
    public DecodingEngine Engine { get; set; }

    /// <summary>Where the torch engine computes, such as <c>cuda</c> or <c>cuda:1</c>; the processor when null.</summary>
    public string? Device { get; set; }

    /// <summary>How many threads work on a step of decoding; all processors when null. The output does not depend on it.</summary>
    public int? Threads { get; set; }

    /// <summary>How something is generated where a call does not say; null for what the model's own <see cref="ModelSampling"/> says.</summary>
    public VideoGenerationOptions? Defaults { get; set; }

    /// <summary>What a request may ask for at most.</summary>
    public GenerationLimits Limits { get; set; } = new();

    /// <summary>How many generations run at once, each on a thread of its own; the others wait their turn.</summary>
    public int ConcurrentGenerations { get; set; } = 1;

    /// <summary>Plugin folders, or folders of plugin folders, besides <c>plugins</c> beside the program.</summary>
    public IList<string> Plugins { get; set; } = [];

    /// <summary>Assemblies with tasks that the program references itself.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>The tasks; null to find them in <see cref="Assemblies"/> and <see cref="Plugins"/>.</summary>
    public TaskCatalog? Catalog { get; set; }
}
