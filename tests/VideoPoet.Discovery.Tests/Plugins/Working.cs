using VideoPoet.Core;

namespace Plugins;

[ExportTask("working")]
public sealed class Working : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] };
}
