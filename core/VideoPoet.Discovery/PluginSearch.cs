using System.Reflection;
using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>Where to look for tasks, views and data sources.</summary>
public sealed record PluginSearch
{
    /// <summary>Assemblies that the program references itself; one that does not work is an error.</summary>
    public ValueList<Assembly> Assemblies { get; init; } = [];

    /// <summary>Plugin folders named explicitly; one that does not work is an error.</summary>
    public ValueList<string> Folders { get; init; } = [];

    /// <summary>Folders that hold a plugin, or one folder for each plugin; a plugin that does not work is reported.</summary>
    public ValueList<string> Roots { get; init; } = [];

    /// <summary>The same search with a folder that a user named: a folder with assemblies is a plugin that must work, any other is a root.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public PluginSearch Naming(string folder) => PluginFolder.Open(folder).HasAssemblies
        ? this with { Folders = [.. Folders, folder] }
        : this with { Roots = [.. Roots, folder] };
}
