using VideoPoet.Core;

namespace Plugins;

[ExportTask("own-visual-token")]
public sealed class OwnVisualToken : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Named("own"), Outputs = [Output.Visual(Views.WholeVideo)] };
}
