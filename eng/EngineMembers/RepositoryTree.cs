namespace EngineMembers;

/// <summary>Where the repository and its projects are.</summary>
public static class RepositoryTree
{
    /// <summary>The solution's file name.</summary>
    public const string Solution = "VideoPoet.Framework.sln";

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The project files, absolute. A project stands in a folder of its name; what lies deeper is a fixture or a template.</summary>
    public static IReadOnlyList<string> ProjectFiles { get; } =
    [
        .. new[] { "core", "core/engines", "plugins", "hosts", "tests", "eng" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".csproj"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The project names, which are the names of their folders.</summary>
    public static IEnumerable<string> ProjectNames => ProjectFiles.Select(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Every file that MSBuild reads from the repository: projects and what they import.</summary>
    public static IEnumerable<string> BuildFiles =>
        ProjectFiles.Concat(
            ProjectFiles.SelectMany(FoldersUpToRoot).Distinct()
                .SelectMany(folder => new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" }
                    .Select(name => Path.Combine(folder, name)))
                .Where(File.Exists));

    /// <summary>A path relative to the root, as messages show it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static IEnumerable<string> FoldersUpToRoot(string file)
    {
        for (var folder = Path.GetDirectoryName(file)!; folder.Length >= Root.Length; folder = Path.GetDirectoryName(folder)!)
            yield return folder;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    }
}
