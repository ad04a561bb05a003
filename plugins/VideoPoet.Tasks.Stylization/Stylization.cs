using VideoPoet.Core;

namespace VideoPoet.Tasks.Stylization;

/// <summary>Generates video with the structure of another video and the appearance that a text describes (paper §4.1, task 6).</summary>
/// <remarks>
/// The structure is the view <c>flow-depth</c>: optical flow in two channels and depth in the third, each normalised to 0–255, so that the
/// visual tokenizer takes it like any video. Whoever brings the estimators exports an <see cref="IClipView"/> under that name.
/// </remarks>
[ExportTask("stylization")]
public sealed class Stylization : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs =
        [
            Input.Text(),
            Input.Visual(Views.Computed("flow-depth")),
            Input.Visual(Views.FirstFrame, InputPresence.Optional),
        ],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}
