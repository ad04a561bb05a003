using Dependency;
using VideoPoet.Core;

namespace Plugins;

[ExportTask("missing-at-use")]
public sealed class MissingAtUse : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Visual(Views.LeadingFrames(Lengths.Leading))],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}
