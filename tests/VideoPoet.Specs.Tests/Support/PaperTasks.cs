using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Tasks.FramePrediction;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tasks.Painting;
using VideoPoet.Tasks.Sound;
using VideoPoet.Tasks.Stylization;

namespace VideoPoet.Specs.Tests.Support;

/// <summary>The catalog of the paper's tasks, from the plugins themselves.</summary>
internal static class PaperTasks
{
    public static TaskCatalog Catalog { get; } = PluginDiscovery.Discover(new()
    {
        Assemblies =
        [
            typeof(FramePrediction).Assembly, typeof(TextToVideo).Assembly, typeof(Inpainting).Assembly,
            typeof(VideoToAudio).Assembly, typeof(Stylization).Assembly,
        ],
    }).Catalog;

    public static SpecReader Reader { get; } = new(Catalog);
}
