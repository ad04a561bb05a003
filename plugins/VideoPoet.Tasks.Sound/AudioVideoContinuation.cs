using VideoPoet.Core;

namespace VideoPoet.Tasks.Sound;

/// <summary>Generates video and its sound from the first frame and the sound of that frame (paper §5.2).</summary>
[ExportTask("audio-video-continuation")]
public sealed class AudioVideoContinuation : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.AudioVideo,
        Inputs = [Input.Visual(Views.FirstFrame), Input.Audio(Views.LeadingSound(frames: 1))],
        Outputs = [Output.Visual(Views.WholeVideo), Output.Audio(Views.Waveform)],
    };
}
