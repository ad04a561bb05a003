using System.Diagnostics;
using EngineMembers;

namespace VideoPoet.Launcher;

/// <summary>
/// The launcher in a small repository of its own, under a path with spaces, where scripts stand in for everything that it starts.
/// Its PATH holds nothing else, so a test can take a program away.
/// </summary>
public sealed class Sandbox : IDisposable
{
    private static readonly string[] SystemTools =
    [
        "awk", "basename", "bash", "cat", "comm", "cut", "dirname", "env", "find", "flock", "grep", "head", "ls", "mkdir", "mktemp", "mv",
        "nproc", "paste", "readlink", "rm", "sed", "sha256sum", "sleep", "sort", "stat", "tail", "xmllint",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("videopoet ").FullName;

    public Sandbox()
    {
        Root = Path.Combine(_folder, "a clone");
        Programs = Path.Combine(_folder, "programs");
        Directory.CreateDirectory(Programs);
        foreach (var tool in SystemTools)
            File.CreateSymbolicLink(Path.Combine(Programs, tool), $"/usr/bin/{tool}");
        foreach (var stub in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Stubs")))
            Copy(stub, Path.Combine(Programs, Path.GetFileName(stub)));

        Copy(Path.Combine(RepositoryTree.Root, "videopoet"), Launcher);
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryTree.Root, "eng")))
            Copy(file, Path.Combine(Root, "eng", Path.GetFileName(file)));
        Write(RepositoryTree.Solution, """
            Project("{0}") = "Some.Tests", "tests\Some.Tests\Some.Tests.csproj", "{1}"
            Project("{0}") = "Other.Tests", "tests\Other.Tests\Other.Tests.csproj", "{2}"
            Project("{0}") = "Some", "core\Some\Some.csproj", "{3}"
            """);
        Write("core/Some/Some.cs", "class Some;");
        Write("hosts/Some.Host/verbs.txt", "tasks   list the tasks\n");
    }

    public string Root { get; }

    /// <summary>The only folder in the launcher's PATH.</summary>
    public string Programs { get; }

    public string Launcher => Path.Combine(Root, "videopoet");

    /// <summary>What the stand-ins noted, in order.</summary>
    public string[] Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(_folder, "calls");

    public void ForgetCalls() => File.Delete(CallsFile);

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Remove(string program) => File.Delete(Path.Combine(Programs, program));

    /// <summary>Runs the launcher to its end.</summary>
    public Outcome Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs the launcher to its end with additional environment variables.</summary>
    public Outcome RunWith(Dictionary<string, string> environment, params string[] arguments) => Start(environment, Launcher, arguments).Result;

    /// <summary>Starts the launcher by some path, from the root folder.</summary>
    public async Task<Outcome> Start(Dictionary<string, string> environment, string launcher, params string[] arguments)
    {
        var start = new ProcessStartInfo(launcher, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Programs;
        start.Environment["CALLS"] = CallsFile;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}

/// <summary>How a run of the launcher ended.</summary>
public sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The last line of standard error.</summary>
    public string Complaint => Error.TrimEnd('\n').Split('\n')[^1];
}
