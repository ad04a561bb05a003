using System.Text.RegularExpressions;

namespace VideoPoet.Architecture;

/// <summary>The repository must mean the same on every machine, so no file may name a place that exists on one only.</summary>
public sealed partial class TrackedFileTests
{
    [Test]
    public void No_file_names_a_package_registry() => Assert.That(Findings(RegistryAddress()), Is.Empty);

    [Test]
    public void No_file_names_a_path_of_one_machine() => Assert.That(Findings(MachinePath()), Is.Empty);

    [TestCase("https://api.nu" + "get.org/v3/index.json")]
    [TestCase("http://10.0." + "0.7/simple")]
    [TestCase("https://packages.example" + ":8081/repository")]
    public void The_address_of_a_registry_is_recognised(string text) => Assert.That(RegistryAddress().IsMatch(text));

    [TestCase("https://learn.microsoft.com/dotnet")]
    [TestCase("http://localhost:5000/v1/videos")]
    public void Other_addresses_are_not(string text) => Assert.That(RegistryAddress().IsMatch(text), Is.False);

    private static IEnumerable<string> Findings(Regex pattern) =>
        from file in TrackedFiles()
        where !IsBinary(file)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{RepositoryTree.Relative(file)}:{line.Number} {pattern.Match(line.Text).Value}";

    private static IEnumerable<string> TrackedFiles()
    {
        if (!Path.Exists(Path.Combine(RepositoryTree.Root, ".git")))
            Assert.Ignore($"{RepositoryTree.Root} is not a git checkout, so nothing says which files are tracked.");
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "git"))))
            Assert.Ignore("There is no git in PATH, which knows the files that are tracked.");
        var list = Command.Run("git", "-c", "safe.directory=*", "ls-files", "-z");
        Assert.That(list.ExitCode, Is.Zero, list.Output);
        return list.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(file => Path.Combine(RepositoryTree.Root, file))
            .Where(File.Exists);
    }

    private static bool IsBinary(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> start = stackalloc byte[8192];
        return start[..stream.Read(start)].Contains((byte)0);
    }

    // A registry's word in the host, an address in digits, or a port; a machine's own address is everybody's.
    [GeneratedRegex(
        """
        https?://(?!localhost\b|127\.0\.0\.1\b|0\.0\.0\.0\b)
        (?:[^/\s"'<>]*(?:nuget|pypi|npmjs|registry|artifactory|nexus|mirror|proxy)[^/\s"'<>]* | \d+\.\d+\.\d+\.\d+ | [^/\s"'<>]+:\d+)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RegistryAddress();

    [GeneratedRegex(@"(?<![\w.~*}/-])/(?:work|home|root|Users|mnt)/\w|\b[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
