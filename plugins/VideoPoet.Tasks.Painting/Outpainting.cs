using VideoPoet.Core;

namespace VideoPoet.Tasks.Painting;

/// <summary>Fills the surroundings of a video (paper §4.1, task 5); text may say with what.</summary>
[ExportTask("outpainting")]
public sealed class Outpainting : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => PaintingTask.Define(MaskSide.Outside, parameters);
}
