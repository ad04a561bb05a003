namespace EngineMembers;

/// <summary>The engine types and members that the code outside core/engines uses, one a line, in ordinal order.</summary>
public sealed class MemberList
{
    private static readonly (string Project, string Assembly)[] Engines =
    [
        ("TorchSharp.System", "TorchSharp"),
        ("OpenCvSharp.System", "OpenCvSharp"),
    ];

    private readonly SortedDictionary<string, SortedSet<string>> _linesOfEngine = new(StringComparer.Ordinal);

    private MemberList()
    {
    }

    /// <summary>The list that is part of the repository.</summary>
    public static string CommittedFile { get; } = Path.Combine(RepositoryTree.Root, "core", "engines", "members.txt");

    /// <summary>All lines.</summary>
    public IEnumerable<string> Lines => _linesOfEngine.Values.SelectMany(lines => lines).Order(StringComparer.Ordinal);

    /// <summary>Reads the list from the assemblies that were built beside this one, in the same configuration.</summary>
    /// <exception cref="StaleBuildException">An assembly is missing or does not fit its engine.</exception>
    public static MemberList Current()
    {
        var users = RepositoryTree.ProjectFiles
            .Where(file => !RepositoryTree.Relative(file).StartsWith(Path.Combine("core", "engines"), StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Select(project => BuiltAssembly(project, project))
            .ToList();
        var list = new MemberList();
        foreach (var (project, assembly) in Engines)
        {
            var engine = EngineApi.Load(BuiltAssembly(project, assembly));
            list._linesOfEngine[assembly] = new(users.SelectMany(user => EngineUse.LinesOf(user, engine)), StringComparer.Ordinal);
        }

        return list;
    }

    /// <summary>The lines of one engine.</summary>
    /// <param name="assembly">TorchSharp or OpenCvSharp.</param>
    public IReadOnlyCollection<string> LinesOf(string assembly) => _linesOfEngine[assembly];

    /// <summary>Writes the list, one line each.</summary>
    public void WriteTo(string file)
    {
        File.WriteAllLines(file + ".new", Lines);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string BuiltAssembly(string project, string assembly)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(configuration.Parent!.Parent!.FullName, project, configuration.Name, assembly + ".dll");
        return File.Exists(file) ? file : throw new StaleBuildException($"{RepositoryTree.Relative(file)} is missing");
    }
}
