using VideoPoet.Core;

namespace Plugins;

[ExportTask("no-definition")]
public sealed class NoDefinition : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => null!;
}
