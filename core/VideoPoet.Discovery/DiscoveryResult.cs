using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>What a search found.</summary>
/// <param name="Catalog">The tasks and views of everything that works.</param>
/// <param name="Sources">The data sources of everything that works.</param>
/// <param name="Broken">The plugins that do not work.</param>
public sealed record DiscoveryResult(TaskCatalog Catalog, DataSourceCatalog Sources, ValueList<BrokenPlugin> Broken)
{
    /// <summary>The task with a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="PluginException">A broken plugin has the task.</exception>
    /// <exception cref="ArgumentException">There is no such task; the message names the nearest.</exception>
    public RegisteredTask Task(string name)
    {
        if (!Catalog.TryGet(name, out var task) && Broken.FirstOrDefault(plugin => plugin.Tasks.Contains(name)) is { } broken)
            throw new PluginException(broken);
        return task ?? Catalog[name];
    }
}
