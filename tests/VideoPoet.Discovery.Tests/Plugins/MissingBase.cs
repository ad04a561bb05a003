using Dependency;
using VideoPoet.Core;

namespace Plugins;

[ExportTask("missing-base")]
public sealed class MissingBase : IVideoTask, INeeded
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] };
}
