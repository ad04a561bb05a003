using VideoPoet.Core;

namespace Plugins;

public interface IEstimator;

[ExportTask("missing-import")]
public sealed class MissingImport(IEstimator estimator) : IVideoTask
{
    public IEstimator Estimator => estimator;

    public TaskDefinition Define(TaskParameters parameters) => new() { Token = TaskToken.Video, Outputs = [Output.Visual(Views.WholeVideo)] };
}
