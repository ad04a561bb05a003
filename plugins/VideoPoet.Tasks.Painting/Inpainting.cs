using VideoPoet.Core;

namespace VideoPoet.Tasks.Painting;

/// <summary>Fills a hole in a video (paper §4.1, task 5); text may say with what.</summary>
[ExportTask("inpainting")]
public sealed class Inpainting : IVideoTask
{
    /// <inheritdoc/>
    public TaskDefinition Define(TaskParameters parameters) => PaintingTask.Define(MaskSide.Inside, parameters);
}
