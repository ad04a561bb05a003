using VideoPoet.Core;

namespace VideoPoet.Tasks.Sound;

/// <summary>Generates the sound that goes with a video (paper §4.1, task 8).</summary>
[ExportTask("video-to-audio")]
public sealed class VideoToAudio : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Audio,
        Inputs = [Input.Visual(Views.WholeVideo)],
        Outputs = [Output.Audio(Views.Waveform)],
    };
}
