using VideoPoet.Core;

namespace Plugins;

[ExportTask("throwing-definition")]
public sealed class ThrowingDefinition : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => throw new System.NotSupportedException("not written yet");
}
