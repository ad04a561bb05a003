using VideoPoet.Core;

namespace VideoPoet.Tasks.Generation;

/// <summary>Generates video from text (paper §4.1, task 2).</summary>
[ExportTask("text-to-video")]
public sealed class TextToVideo : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Text()],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}
