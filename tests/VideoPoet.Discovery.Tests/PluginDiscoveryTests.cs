using VideoPoet.Core;
using VideoPoet.Discovery;

namespace VideoPoet.Tests;

public sealed class PluginDiscoveryTests
{
    [Test]
    public void Broken_plugins_are_listed_and_the_others_work()
    {
        var found = PluginDiscovery.Discover(new() { Roots = [TestPlugins.Root([.. BrokenPlugins.Names, "Working", "WithDependency"])] });
        Assert.That(found.Catalog.Tasks.Select(task => task.Name), Is.EqualTo(new[] { "with-dependency", "working" }));
        Assert.That(found.Broken.Select(plugin => plugin.Name), Is.EquivalentTo(BrokenPlugins.Names));
    }

    [TestCaseSource(typeof(BrokenPlugins), nameof(BrokenPlugins.All))]
    public void A_broken_plugin_is_listed_with_its_reason(string name, string reason)
    {
        var broken = PluginDiscovery.Discover(new() { Roots = [TestPlugins.Root(name)] }).Broken.Single();
        Assert.That(broken.Name, Is.EqualTo(name));
        Assert.That(broken.Reason, Does.Contain(reason).And.Not.Contain("\n"));
    }

    [TestCaseSource(typeof(BrokenPlugins), nameof(BrokenPlugins.All))]
    public void A_broken_plugin_that_is_named_explicitly_is_an_error(string name, string reason) =>
        Assert.That(
            () => PluginDiscovery.Discover(new PluginSearch().Naming(TestPlugins.Of(name))),
            Throws.TypeOf<PluginException>().With.Message.Contains(reason).And.Message.Contains(TestPlugins.Of(name)));

    [Test]
    public void A_file_that_cannot_be_read_breaks_its_plugin_and_no_other()
    {
        var root = TestPlugins.Root("Working");
        var folder = Directory.CreateDirectory(Path.Combine(root, "Gone")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "Gone.dll"), Path.Combine(folder, "no-such-file.dll"));

        var found = PluginDiscovery.Discover(new() { Roots = [root] });

        Assert.That(found.Catalog.Tasks.Select(task => task.Name), Is.EqualTo(new[] { "working" }));
        Assert.That(found.Broken.Select(plugin => plugin.Name), Is.EqualTo(new[] { "Gone" }));
        Assert.That(
            () => PluginDiscovery.Discover(new PluginSearch().Naming(folder)),
            Throws.TypeOf<PluginException>().With.Message.Contains("it cannot be read: "));
    }

    [Test]
    public void A_task_of_a_broken_plugin_that_is_named_explicitly_is_an_error_with_the_reason()
    {
        var found = PluginDiscovery.Discover(new() { Roots = [TestPlugins.Root("ThrowingConstructor", "Working")] });
        Assert.That(() => found.Task("throwing-constructor"), Throws.TypeOf<PluginException>().With.Message.Contains("no licence found"));
        Assert.That(() => found.Task("wroking"), Throws.ArgumentException.With.Message.Contains("Did you mean 'working'?"));
        Assert.That(found.Task("working").Name, Is.EqualTo("working"));
    }

    [Test]
    public void A_dependency_beside_the_plugin_is_found_and_no_other_plugin_sees_it()
    {
        var found = PluginDiscovery.Discover(new() { Roots = [TestPlugins.Root("WithDependency", "MissingAtUse")] });
        var input = found.Catalog["with-dependency"].Definition.Inputs.Single();
        Assert.That(input.View.LeadingFrames, Is.EqualTo(9));
        Assert.That(found.Broken.Single().Name, Is.EqualTo("MissingAtUse"));
    }

    [Test]
    public void A_name_that_two_plugins_use_is_refused_with_both_files()
    {
        var root = TestPlugins.Root("Working");
        TestPlugins.Copy("Working", Path.Combine(root, "Copy"));
        Assert.That(
            () => PluginDiscovery.Discover(new() { Roots = [root] }),
            Throws.TypeOf<TaskCatalogException>()
                .With.Message.Contains(Path.Combine(root, "Working", "Working.dll"))
                .And.Message.Contains(Path.Combine(root, "Copy", "Working.dll")));
    }

    [Test]
    public void A_token_that_two_plugins_use_for_different_outputs_is_refused_with_both_files()
    {
        var root = TestPlugins.Root("OwnVisualToken", "OwnAudioToken");
        Assert.That(
            () => PluginDiscovery.Discover(new() { Roots = [root] }),
            Throws.TypeOf<TaskCatalogException>()
                .With.Message.Contains("'own'")
                .And.Message.Contains(Path.Combine(root, "OwnVisualToken", "OwnVisualToken.dll"))
                .And.Message.Contains(Path.Combine(root, "OwnAudioToken", "OwnAudioToken.dll")));
    }

    [Test]
    public void An_assembly_dropped_into_the_folder_itself_is_a_plugin_beside_those_in_folders()
    {
        var root = TestPlugins.Root("WithDependency");
        File.Copy(Path.Combine(TestPlugins.Of("Working"), "Working.dll"), Path.Combine(root, "Working.dll"));
        var found = PluginDiscovery.Discover(new() { Roots = [root] });
        Assert.That(found.Catalog.Tasks.Select(task => task.Name), Is.EqualTo(new[] { "with-dependency", "working" }));
        Assert.That(found.Broken, Is.Empty);
    }

    [Test]
    public void A_copy_of_the_contracts_beside_a_plugin_does_not_keep_the_host_from_understanding_it()
    {
        var root = TestPlugins.Root("Working");
        File.Copy(typeof(IVideoTask).Assembly.Location, Path.Combine(root, "Working", "VideoPoet.Core.dll"));
        Assert.That(PluginDiscovery.Discover(new() { Roots = [root] }).Task("working").Definition.Token, Is.EqualTo(TaskToken.Video));
    }

    [Test]
    public void A_data_source_is_found_and_created_when_it_is_opened()
    {
        var sources = PluginDiscovery.Discover(new() { Roots = [TestPlugins.Root("Dice", "Working")] }).Sources;
        Assert.That(sources.Names, Is.EqualTo(new[] { "dice" }));
        Assert.That(() => sources.Open("dice:throws=3"), Throws.ArgumentException.With.Message.Contains("no dice today"));
        Assert.That(() => sources.Open("dise:"), Throws.ArgumentException.With.Message.Contains("Did you mean 'dice'?"));
    }

    [Test]
    public void A_data_source_that_two_plugins_have_is_refused_with_both_files()
    {
        var root = TestPlugins.Root("Dice");
        TestPlugins.Copy("Dice", Path.Combine(root, "Copy"));
        Assert.That(
            () => PluginDiscovery.Discover(new() { Roots = [root] }),
            Throws.TypeOf<TaskCatalogException>()
                .With.Message.Contains(Path.Combine(root, "Dice", "Dice.dll"))
                .And.Message.Contains(Path.Combine(root, "Copy", "Dice.dll")));
    }

    [Test]
    public void A_folder_without_plugins_has_none() =>
        Assert.That(PluginDiscovery.Discover(new() { Roots = [TestPlugins.Root()] }).Catalog.Tasks, Is.Empty);

    [Test]
    public void A_folder_that_does_not_exist_is_an_error() =>
        Assert.That(
            () => PluginDiscovery.Discover(new PluginSearch().Naming("/no/such/folder")),
            Throws.TypeOf<DirectoryNotFoundException>().With.Message.Contains("/no/such/folder"));

    [Test]
    public void Tasks_and_views_of_referenced_assemblies_are_found_where_they_are()
    {
        var catalog = PluginDiscovery.Discover(new() { Assemblies = [typeof(Echo).Assembly] }).Catalog;
        Assert.That(catalog["echo"].Origin, Is.EqualTo(new PartOrigin(typeof(Echo).Assembly.Location, typeof(Echo).FullName!)));
        var clip = new Clip { Frames = new(new byte[8 * 8 * 3], 8, 8) };
        Assert.That(catalog.Apply(catalog["echo"].Definition.Inputs.Single().View, clip).Frames!.SameAs(clip.Frames), Is.True);
    }
}
