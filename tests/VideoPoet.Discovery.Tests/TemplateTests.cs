using System.Text.Json;

namespace VideoPoet.Tests;

/// <summary>What "Write a task in ten minutes" tells a reader to do, done outside the repository.</summary>
public sealed class TemplateTests
{
    private string _folder = "", _testOutput = "";

    private string Plugin => Path.Combine(_folder, "SlowMotion", "VideoPoet.Tasks.SlowMotion", "bin", "Release", "net10.0");

    [OneTimeSetUp]
    public void Make()
    {
        _folder = Directory.CreateTempSubdirectory("videopoet template ").FullName;
        foreach (var package in new[] { "Core", "Discovery", "Testing" })
        {
            var project = Path.Combine(Command.RepositoryRoot, "core", $"VideoPoet.{package}");
            Run(_folder, "pack", project, "-c", Command.Configuration, "--no-build", "-o", Path.Combine(_folder, "feed"));
        }
        var hive = Path.Combine(_folder, "hive");
        Run(_folder, "new", "install", Path.Combine(Command.RepositoryRoot, "templates", "videopoet-task"), "--debug:custom-hive", hive);
        Run(_folder, "new", "videopoet-task", "-n", "SlowMotion", "--packages", Path.Combine(_folder, "feed"), "--debug:custom-hive", hive);
        _testOutput = Run(Path.Combine(_folder, "SlowMotion"), "test", "-c", "Release", "--nologo").Output;
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_plugin_made_with_the_template_builds_and_passes_its_own_test()
    {
        Assert.That(_testOutput, Does.Contain("Passed:     1"));
        Assert.That(Directory.EnumerateFiles(Plugin, "*.dll").Select(Path.GetFileName), Is.EqualTo(new[] { "VideoPoet.Tasks.SlowMotion.dll" }));
    }

    [Test]
    public void It_is_listed_from_the_folder_that_it_was_built_into() =>
        Assert.That(Command.Host("tasks", "--plugins", Plugin).Succeeded().Output, Does.Contain("slow-motion"));

    [Test]
    public void It_is_listed_from_a_folder_that_it_was_dropped_into_beside_broken_plugins()
    {
        var root = TestPlugins.Root(BrokenPlugins.Names);
        Directory.CreateDirectory(Path.Combine(root, "SlowMotion"));
        File.Copy(Path.Combine(Plugin, "VideoPoet.Tasks.SlowMotion.dll"), Path.Combine(root, "SlowMotion", "VideoPoet.Tasks.SlowMotion.dll"));
        var result = Command.RunWith(new() { ["VIDEOPOET_PLUGINS"] = root }, "dotnet", _folder, Command.HostPath, "tasks").Succeeded();
        Assert.That(result.Output, Does.Contain("slow-motion"));
        Assert.That(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(BrokenPlugins.Names.Length));
    }

    [Test]
    public void It_appears_in_a_mixture()
    {
        var mixture = Path.Combine(_folder, "mixture.yaml");
        File.WriteAllText(
            mixture,
            """
            tokenBudget: 16384
            tasks:
              slow-motion: { group: video, data: clips, formats: [square-17], parameters: { frames: [5] } }
            data:
              clips: { shards: data/clips }
            """);
        var listing = JsonDocument.Parse(Command.Host("mixture", "show", mixture, "--json", "--plugins", Plugin).Succeeded().Output).RootElement;
        var group = listing.GetProperty("stages").EnumerateArray().Single().GetProperty("groups").EnumerateArray().Single();
        // <bos>, the task, 64 text positions and 512 visual ones between their markers; then the output.
        Assert.That(group.GetProperty("length").GetInt32(), Is.EqualTo(2 + 66 + 514 + 1_283));
        Assert.That(group.GetProperty("batch").GetInt32(), Is.EqualTo(16_384 / 1_283));
    }

    // Packages of this run go to a folder of this run; all others come from where they are already.
    private CommandResult Run(string folder, params string[] arguments) => Command.RunWith(
        new()
        {
            ["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
        },
        "dotnet",
        folder,
        arguments).Succeeded();
}
