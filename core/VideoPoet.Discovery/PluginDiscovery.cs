using System.Reflection;
using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>Finds the tasks, views and data sources in assemblies and in plugin folders.</summary>
public static class PluginDiscovery
{
    /// <summary>Looks everywhere that a search names.</summary>
    /// <param name="search">Where to look.</param>
    /// <returns>The catalog of everything that works, and the plugins that do not.</returns>
    /// <exception cref="PluginException">A plugin that the search names explicitly does not work.</exception>
    /// <exception cref="TaskCatalogException">Plugins contradict one another; the message names both files.</exception>
    /// <exception cref="DirectoryNotFoundException">A folder of the search does not exist.</exception>
    public static DiscoveryResult Discover(PluginSearch search)
    {
        var parts = search.Assemblies.Select(OfAssembly).ToList();
        var broken = new List<BrokenPlugin>();
        foreach (var folder in search.Folders)
            parts.Add(PluginFolder.Open(folder).Load());
        foreach (var folder in search.Roots.SelectMany(PluginFolder.FindIn))
        {
            try
            {
                parts.Add(folder.Load());
            }
            catch (PluginException exception)
            {
                broken.Add(exception.Plugin);
            }
        }
        return new(
            new TaskCatalog(parts.SelectMany(part => part.Tasks), parts.SelectMany(part => part.Views)),
            new DataSourceCatalog(parts.SelectMany(part => part.Sources)),
            broken.ToValueList());
    }

    private static PluginParts OfAssembly(Assembly assembly)
    {
        try
        {
            return PluginComposer.Compose([assembly]);
        }
        catch (PluginFaultException fault)
        {
            throw new PluginException(new(assembly.GetName().Name!, assembly.Location, fault.Message, []), fault);
        }
    }
}
