using VideoPoet.Core;

namespace VideoPoet.Tasks;

/// <summary>Goes on from a clip's leading frames as a text says.</summary>
[ExportTask("my-task")]
public sealed class MyTask : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Text(), Input.Visual(Views.LeadingFrames(parameters.Get("frames", 5, min: 1)))],
        Outputs = [Output.Visual(Views.WholeVideo)],
        Parameters = [TaskParameter.Choice("frames", 1, 5, 9)],
    };
}
