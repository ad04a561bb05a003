using VideoPoet.Core;

namespace Plugins;

public sealed class NothingExported : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] };
}
