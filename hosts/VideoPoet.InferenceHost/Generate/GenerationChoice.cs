using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.InferenceHost.Tasks;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>What is to be generated, as a command line or a record says it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Task">The task.</param>
/// <param name="Options">How it is generated.</param>
internal sealed record GenerationChoice(ModelChoice Model, string Task, VideoGenerationOptions Options)
{
    /// <summary>What the text says.</summary>
    public string? Prompt { get; init; }

    /// <summary>The files.</summary>
    public ValueList<SuppliedMedium> Media { get; init; } = [];

    /// <summary>Parameters of the task, such as <c>frames=9</c>.</summary>
    public ValueList<string> Settings { get; init; } = [];

    /// <summary>The request.</summary>
    public VideoGenerationRequest ToRequest() => new(Task)
    {
        Prompt = Prompt,
        Media = SuppliedMedium.ToRequest(Media),
        Parameters = TaskSettings.Parse(Settings),
    };
}
