namespace VideoPoet.Tests;

public sealed class HelpTests
{
    [TestCase("generate", "ball.mp4", "ball.mp4.json")]
    [TestCase("chain", "ball.mp4", "ball.mp4.json", "steps")]
    [TestCase("demo", "gallery.html")]
    [TestCase("evaluate", "runs")]
    public void An_example_works_as_printed(string verb, params string[] written)
    {
        var folder = TestFiles.NewFolder();
        Host.Shell(folder, Host.Run(folder, verb, "--help").Succeeded().Output.Split("Example:")[1].Trim()).Succeeded();

        Assert.That(Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)), Is.EquivalentTo(written));
    }
}
