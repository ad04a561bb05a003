using VideoPoet.Core;

namespace Plugins;

[ExportTask("Bad Name")]
public sealed class BadName : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] };
}
