using VideoPoet.Core;

namespace VideoPoet.Discovery;

/// <summary>A folder with the assemblies of one plugin.</summary>
internal sealed class PluginFolder
{
    private readonly string _path;
    private readonly AssemblyLook[] _assemblies = [];

    // Why its files cannot be looked at.
    private readonly Exception? _unreadable;

    private PluginFolder(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            _assemblies = [.. AssemblyFiles(_path).Select(AssemblyLook.At)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _unreadable = exception;
        }
    }

    /// <summary>Whether anything in the folder looks like an assembly, or cannot be looked at.</summary>
    public bool HasAssemblies => _assemblies.Length > 0 || _unreadable is not null;

    private bool HasExports => _assemblies.Any(assembly => assembly.HasExports);

    /// <summary>The plugin folder at a path.</summary>
    public static PluginFolder Open(string path) => Directory.Exists(path)
        ? new(path)
        : throw new DirectoryNotFoundException($"the plugin folder '{path}' does not exist.");

    /// <summary>The folder itself when it holds a plugin, and those of its folders that hold assemblies.</summary>
    public static IEnumerable<PluginFolder> FindIn(string root)
    {
        var top = Open(root);
        var below = Directory.EnumerateDirectories(root)
            .Order(StringComparer.Ordinal)
            .Select(folder => new PluginFolder(folder))
            .Where(folder => folder.HasAssemblies)
            .ToArray();
        // A program's output folder holds libraries beside the plugin; alone they are a mistake, below a plugin they are its resources.
        return top.HasExports ? [top, .. below.Where(folder => folder.HasExports)]
            : top.HasAssemblies ? [top, .. below]
            : below;
    }

    /// <summary>Loads the plugin into a context of its own.</summary>
    /// <exception cref="PluginException">It does not work.</exception>
    public PluginParts Load()
    {
        try
        {
            if (_unreadable is not null)
                throw new PluginFaultException($"it cannot be read: {UserMessage.Of(_unreadable)}", _unreadable);
            var exporting = _assemblies.Where(assembly => assembly.HasExports).ToArray();
            if (exporting.Length == 0)
                throw new PluginFaultException(WhyNothingIsExported());
            foreach (var assembly in exporting)
                ContractVersion.Check(assembly);
            var context = new PluginLoadContext(exporting[0].Path);
            return PluginComposer.Compose(exporting.Select(assembly => context.LoadFromAssemblyPath(assembly.Path)));
        }
        catch (Exception exception) when (exception is PluginFaultException or BadImageFormatException or FileLoadException or FileNotFoundException)
        {
            var tasks = _assemblies.SelectMany(assembly => assembly.Tasks).ToValueList();
            throw new PluginException(new(Path.GetFileName(_path), _path, PluginFaults.Describe(exception), tasks), exception);
        }
    }

    private string WhyNothingIsExported()
    {
        var unreadable = _assemblies.Where(assembly => !assembly.IsAssembly).Select(assembly => Path.GetFileName(assembly.Path));
        return string.Join(
            "; ",
            [
                .. unreadable.Select(file => $"{file} is not a .NET assembly"),
                "no assembly in the folder has a class with [ExportTask], [ExportView] or [ExportDataSource].",
            ]);
    }

    private static IEnumerable<string> AssemblyFiles(string folder) => Directory.EnumerateFiles(folder, "*.dll")
        .Where(file => !file.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);
}
