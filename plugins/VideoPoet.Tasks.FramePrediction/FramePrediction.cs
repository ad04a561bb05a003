using VideoPoet.Core;

namespace VideoPoet.Tasks.FramePrediction;

/// <summary>Predicts the frames that follow a clip's leading frames (paper §4.1, task 3).</summary>
[ExportTask("frame-prediction")]
public sealed class FramePrediction : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Visual(Views.LeadingFrames(parameters.Get("frames", 5, min: 1)))],
        Outputs = [Output.Visual(Views.WholeVideo)],
        Parameters = [TaskParameter.Choice("frames", 1, 5, 9)],
    };
}
