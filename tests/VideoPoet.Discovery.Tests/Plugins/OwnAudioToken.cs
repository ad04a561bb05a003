using VideoPoet.Core;

namespace Plugins;

[ExportTask("own-audio-token")]
public sealed class OwnAudioToken : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Named("own"), Outputs = [Output.Audio(Views.Waveform)] };
}
