using VideoPoet.Core;

namespace VideoPoet.Tasks.Generation;

/// <summary>Generates video from nothing (paper §4.1, task 1).</summary>
[ExportTask("unconditional-video")]
public sealed class UnconditionalVideo : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}
