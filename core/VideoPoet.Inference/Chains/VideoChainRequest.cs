namespace VideoPoet.Inference;

/// <summary>What a chain begins with.</summary>
public sealed record VideoChainRequest
{
    /// <summary>The prompt of the steps that have none of their own.</summary>
    public string? Prompt { get; init; }

    /// <summary>Prompts of single steps, by their names.</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new Dictionary<string, string>();

    /// <summary>What the first step looks at and listens to.</summary>
    public RequestMedia Media { get; init; } = [];

    /// <summary>
    /// How steps are generated that do not say it themselves; the generator's defaults for each task when null. The seed is that of every step.
    /// </summary>
    public VideoGenerationOptions? Options { get; init; }

    /// <summary>How the steps of single tasks are generated, by the name of the task; wins over <see cref="Options"/>.</summary>
    public IReadOnlyDictionary<string, VideoGenerationOptions> TaskOptions { get; init; } = new Dictionary<string, VideoGenerationOptions>();
}
