using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>Which model generates.</summary>
/// <param name="Model">Its folder or its name.</param>
/// <param name="Tokenizers">The folder of its tokenizers; null for its own.</param>
/// <param name="Weights">How its weights are held.</param>
internal sealed record ModelChoice(string Model, string? Tokenizers, WeightFormat Weights)
{
    /// <summary>How many threads work on a token; all processors when null.</summary>
    public int? Threads { get; init; }

    /// <summary>What computes the steps of decoding.</summary>
    public DecodingEngine Engine { get; init; }

    /// <summary>Where the torch engine computes; the processor when null.</summary>
    public string? Device { get; init; }

    /// <summary>Opens it; no weights are read yet.</summary>
    /// <param name="catalog">The tasks.</param>
    /// <exception cref="VideoGenerationException">There is no such model.</exception>
    public VideoPoetGenerator Open(TaskCatalog catalog) => VideoPoetGenerator.Create(options =>
    {
        options.Model = Model;
        options.Tokenizers = Tokenizers;
        options.Weights = Weights;
        options.Engine = Engine;
        options.Device = Device;
        options.Threads = Threads;
        options.Catalog = catalog;
    });
}
