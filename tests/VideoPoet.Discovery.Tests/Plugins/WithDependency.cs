using Dependency;
using VideoPoet.Core;

namespace Plugins;

[ExportTask("with-dependency")]
public sealed class WithDependency : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Visual(Views.LeadingFrames(Lengths.Leading))],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}
