using VideoPoet.Core;
using VideoPoet.Discovery;

namespace VideoPoet.Inference;

/// <summary>Finds the tasks that options name.</summary>
internal static class TaskDiscovery
{
    private const string PluginsFolder = "plugins";

    /// <summary>The tasks of the assemblies, of the plugin folders, and of <c>plugins</c> beside the program.</summary>
    /// <exception cref="PluginException">A plugin that was named does not work.</exception>
    /// <exception cref="VideoGenerationException">There are no tasks, or a folder does not exist.</exception>
    public static TaskCatalog Find(VideoPoetOptions options)
    {
        var beside = Path.Join(AppContext.BaseDirectory, PluginsFolder);
        var search = new PluginSearch { Assemblies = options.Assemblies.ToValueList(), Roots = Directory.Exists(beside) ? [beside] : [] };
        try
        {
            var catalog = PluginDiscovery.Discover(options.Plugins.Aggregate(search, (all, folder) => all.Naming(folder))).Catalog;
            return catalog.Tasks.Count > 0 ? catalog : throw new VideoGenerationException(
                $"there are no tasks: neither an assembly nor a plugin folder is named, and '{beside}' has none. Name some.");
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new VideoGenerationException(exception.Message, exception);
        }
    }
}
