using VideoPoet.Core;
using VideoPoet.Discovery;
using VideoPoet.Tasks.FramePrediction;
using VideoPoet.Tasks.Generation;
using VideoPoet.Tasks.Painting;
using VideoPoet.Tasks.Sound;
using VideoPoet.Tasks.Stylization;

namespace VideoPoet.Tests;

/// <summary>The tasks of the paper, found in their assemblies as a host finds them.</summary>
internal static class PaperTasks
{
    public static TaskCatalog Catalog { get; } = PluginDiscovery.Discover(new()
    {
        Assemblies =
        [
            typeof(TextToVideo).Assembly, typeof(FramePrediction).Assembly, typeof(Inpainting).Assembly, typeof(Stylization).Assembly,
            typeof(AudioToVideo).Assembly,
        ],
    }).Catalog;

    public static IEnumerable<RegisteredTask> All => Catalog.Tasks;

    public static SequenceLayout Layout(string task, string format, TaskParameters? parameters = null) =>
        Layout(Catalog[task].Define(parameters ?? TaskParameters.None), format);

    public static SequenceLayout Layout(TaskDefinition definition, string format) =>
        SequenceLayout.Create(definition, VideoFormats.BuiltIn[format], UnifiedVocabulary.Paper);
}
