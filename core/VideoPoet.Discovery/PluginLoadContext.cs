using System.Reflection;
using System.Runtime.Loader;
using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>Loads one plugin: what it shares with the host from the host, everything else from beside the plugin.</summary>
/// <remarks>A load context keeps versions apart; it does not protect from code that one does not trust.</remarks>
internal sealed class PluginLoadContext(string mainAssembly) : AssemblyLoadContext(Path.GetFileName(Path.GetDirectoryName(mainAssembly)))
{
    // Shared, so that a plugin's tasks are the host's tasks: the contracts, and the attributes that they derive from.
    private static readonly HashSet<string> Shared =
    [
        typeof(IVideoTask).Assembly.GetName().Name!,
        .. typeof(IVideoTask).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!),
    ];

    private readonly string _folder = Path.GetDirectoryName(mainAssembly)!;

    // Most plugins have no dependency of their own, and reading a dependency file takes a while.
    private readonly Lazy<AssemblyDependencyResolver> _resolver = new(() => new(mainAssembly));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.Contains(assemblyName.Name!))
            return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        var path = _resolver.Value.ResolveAssemblyToPath(assemblyName) ?? Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.Value.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
