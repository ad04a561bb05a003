namespace VideoPoet.Inference;

/// <summary>One step of a chain: what is generated of the clip that the step before has left.</summary>
/// <param name="Task">The task.</param>
public sealed record ChainStep(string Task)
{
    /// <summary>The name, by which a prompt can be given; that of the task when null.</summary>
    public string? Name { get; init; }

    /// <summary>The prompt; null takes that of the request, where the task takes one.</summary>
    public string? Prompt { get; init; }

    /// <summary>The values of the task's parameters.</summary>
    public Core.TaskParameters Parameters { get; init; } = Core.TaskParameters.None;

    /// <summary>What the step changes of how the chain is generated, such as <c>shared => shared with { Seconds = 2 }</c>; null for nothing.</summary>
    public Func<VideoGenerationOptions, VideoGenerationOptions>? Adjust { get; init; }

    /// <summary>What the step looks at and listens to besides the clip before it.</summary>
    public RequestMedia Media { get; init; } = [];

    /// <summary>The name that the step goes by.</summary>
    public string Title => Name ?? Task;
}
