using System.Composition;
using VideoPoet.Core;

namespace VideoPoet.Tests;

/// <summary>A task with a view of its own, which takes what it needs from its constructor.</summary>
[ExportTask("echo")]
public sealed class Echo : IVideoTask
{
    public TaskDefinition Define(TaskParameters parameters) => new()
    {
        Token = TaskToken.Video,
        Inputs = [Input.Visual(Views.Computed("mirror"))],
        Outputs = [Output.Visual(Views.WholeVideo)],
    };
}

[ExportView("mirror")]
public sealed class MirrorView(Mirror mirror) : IClipView
{
    public Clip Apply(Clip clip, TaskParameters arguments) => new() { Frames = mirror.Reflect(clip.Frames!) };
}

[Export]
public sealed class Mirror
{
    public PixelFrames Reflect(PixelFrames frames) => frames;
}
