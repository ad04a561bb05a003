using VideoPoet.Core;

namespace VideoPoet.Tasks.Generation;

/// <summary>Generates the video that begins with an image, guided by text (paper §4.1, task 4).</summary>
/// <remarks>The image's tokens stand where the video's first tokens would, so the video begins with exactly that image.</remarks>
[ExportTask("image-to-video")]
public sealed class ImageToVideo : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Text()],
        Outputs = [Output.Visual(Views.WholeVideo, after: Views.FirstFrame)],
    };
}
