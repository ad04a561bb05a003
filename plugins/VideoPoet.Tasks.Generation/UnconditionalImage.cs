using VideoPoet.Core;

namespace VideoPoet.Tasks.Generation;

/// <summary>Generates an image from nothing, as the open beginning of a video (paper §5.1).</summary>
[ExportTask("unconditional-image")]
public sealed class UnconditionalImage : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Outputs = [Output.Visual(Views.WholeVideo)],
        Formats = FormatKinds.Image,
        Ends = false,
    };
}
