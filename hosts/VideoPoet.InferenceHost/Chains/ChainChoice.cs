using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Generate;
using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.Chains;

/// <summary>Which chain is run, as a command line or a record says it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Spec">The steps.</param>
/// <param name="Options">How they are generated where they do not say it themselves.</param>
internal sealed record ChainChoice(ModelChoice Model, ChainSpec Spec, VideoGenerationOptions Options)
{
    /// <summary>The prompt of the steps that have none of their own.</summary>
    public string? Prompt { get; init; }

    /// <summary>Prompts of single steps, by their names.</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new Dictionary<string, string>();

    /// <summary>How the steps of single tasks are generated; wins over <see cref="Options"/>.</summary>
    public IReadOnlyDictionary<string, VideoGenerationOptions> TaskOptions { get; init; } = new Dictionary<string, VideoGenerationOptions>();

    /// <summary>The files that the first step takes.</summary>
    public ValueList<SuppliedMedium> Media { get; init; } = [];

    /// <summary>The chain.</summary>
    public VideoChain ToChain() => VideoChain.Of(Spec);

    /// <summary>What it begins with.</summary>
    public VideoChainRequest ToRequest() => new()
    {
        Prompt = Prompt,
        Prompts = Prompts,
        Media = SuppliedMedium.ToRequest(Media),
        Options = Options,
        TaskOptions = TaskOptions,
    };

    /// <summary>The prompt of a step, whatever its task makes of it.</summary>
    public string? PromptOf(ChainStep step) => Prompts.GetValueOrDefault(step.Title) ?? step.Prompt ?? Prompt;
}
