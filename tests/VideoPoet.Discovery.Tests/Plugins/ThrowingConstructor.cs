using VideoPoet.Core;

namespace Plugins;

[ExportTask("throwing-constructor")]
public sealed class ThrowingConstructor : IVideoTask
{
    public ThrowingConstructor() => throw new System.InvalidOperationException("no licence found");

    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] };
}
