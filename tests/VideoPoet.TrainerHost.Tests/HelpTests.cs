namespace VideoPoet.Tests;

public sealed class HelpTests
{
    [Test]
    public void The_example_of_reconstruct_works_as_printed()
    {
        var folder = TestFiles.NewFolder();
        Directory.CreateDirectory(Path.Join(folder, "task-specs", "models"));
        File.Copy(TestFiles.Model, Path.Join(folder, "task-specs", "models", "mini.yaml"));
        Directory.CreateDirectory(Path.Join(folder, "runs", "video-tokenizer"));
        Directory.CreateSymbolicLink(Path.Join(folder, "runs", "video-tokenizer", "weights"), TestFiles.Weights);
        File.Copy(TestFiles.Clip, Path.Join(folder, "clip.mp4"));

        Host.Run(folder, Example("reconstruct")).Succeeded();

        Assert.That(File.Exists(Path.Join(folder, "back.mp4")) && File.Exists(Path.Join(folder, "compared.png")), Is.True);
    }

    [Test]
    public void The_example_of_train_names_a_recipe_that_is_there()
    {
        var example = Example("train");
        Assert.That(example[0], Is.EqualTo("train"));
        Assert.That(File.Exists(Path.Join(Host.RepositoryRoot, example[1])), Is.True);
    }

    private static string[] Example(string verb) =>
        Host.Run(TestFiles.Folder, verb, "--help").Succeeded().Output.Split("Example:")[1].Split("./videopoet ")[1].Trim().Split(' ');
}
