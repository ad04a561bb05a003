using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>What is to be generated: a task, and what it conditions on.</summary>
/// <param name="Task">The name of a task, such as <c>text-to-video</c>.</param>
public sealed record VideoGenerationRequest(string Task)
{
    /// <summary>What the text says; null where the task takes none, or shall do without.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the task looks at and listens to, by role. Pictures come into the size and the rate of the format.</summary>
    public RequestMedia Media { get; init; } = [];

    /// <summary>The values of the task's parameters; a parameter that is absent has its default.</summary>
    public TaskParameters Parameters { get; init; } = TaskParameters.None;
}
