using System.Diagnostics;
using EngineMembers;

namespace VideoPoet.Launcher;

/// <summary>The verbs that the hosts of this repository declare.</summary>
public sealed class HostVerbTests
{
    [TestCaseSource(nameof(DeclaredVerbs))]
    public void A_declared_verb_explains_itself_with_an_example(string host, string verb)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(configuration.Parent!.Parent!.FullName, host, configuration.Name, host + ".dll");
        var start = new ProcessStartInfo("dotnet", [assembly, verb, "--help"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(output, Does.Contain($"Usage:\n  ./videopoet {verb}").And.Contains($"Example:\n  ./videopoet {verb}").And.Not.Contains(host));
    }

    private static IEnumerable<TestCaseData> DeclaredVerbs() =>
        from list in Directory.GetFiles(Path.Combine(RepositoryTree.Root, "hosts"), "verbs.txt", SearchOption.AllDirectories)
        from line in File.ReadLines(list)
        where line.Length > 0 && line[0] != '#'
        select new TestCaseData(Path.GetFileName(Path.GetDirectoryName(list)), line.Split(' ')[0]);
}
