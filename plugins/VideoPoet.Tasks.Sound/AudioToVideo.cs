using VideoPoet.Core;

namespace VideoPoet.Tasks.Sound;

/// <summary>Generates the video that goes with a sound (paper §4.1, task 7).</summary>
[ExportTask("audio-to-video")]
public sealed class AudioToVideo : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Audio(Views.Waveform)],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}
