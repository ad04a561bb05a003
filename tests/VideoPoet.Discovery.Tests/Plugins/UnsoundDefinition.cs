using VideoPoet.Core;

namespace Plugins;

[ExportTask("unsound-definition")]
public sealed class UnsoundDefinition : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Audio, Outputs = [Output.Visual(Views.WholeVideo)] };
}
