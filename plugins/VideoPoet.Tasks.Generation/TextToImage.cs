using VideoPoet.Core;

namespace VideoPoet.Tasks.Generation;

/// <summary>Generates an image from text, as the open beginning of a video (paper §4.1, "Representing an image as a video").</summary>
[ExportTask("text-to-image")]
public sealed class TextToImage : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Text()],
        Outputs = [Output.Visual(Views.WholeVideo)],
        Formats = FormatKinds.Image,
        Ends = false,
    };
}
