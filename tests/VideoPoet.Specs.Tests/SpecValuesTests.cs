using System.Globalization;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>A recipe can be written out again, with everything that it came to.</summary>
public sealed class SpecValuesTests
{
    private static readonly LanguageModelRecipeSpec Mini =
        (LanguageModelRecipeSpec)PaperTasks.Reader.ReadRecipe(Samples.TaskSpec("recipes/mini.yaml"));

    [Test]
    public void Every_value_has_a_path_whether_it_was_given_or_is_a_default()
    {
        var values = SpecValues.Flatten(Mini);

        Assert.That(values.First(), Is.EqualTo(KeyValuePair.Create("trains", "language-model")));
        Assert.That(values["optimizer:learningRate"], Is.EqualTo(Text(Mini.Optimizer.LearningRate)));
        Assert.That(values["optimizer:beta1"], Is.EqualTo("0.9"));
        Assert.That(values["schedule:final"], Is.EqualTo(Text(Mini.Schedule.Final.Value)));
        Assert.That(values["model:videoTokenizer:multipliers:2"], Is.EqualTo(Text(Mini.Model.VideoTokenizer.Multipliers[2])));
        Assert.That(values.Keys, Has.None.StartWith("optimizer:skipAbove"));
    }

    [Test]
    public void The_yaml_of_a_recipe_has_its_parts_in_their_places()
    {
        var yaml = SpecValues.ToYaml(Mini);

        Assert.That(yaml, Does.StartWith($"trains: language-model\nsteps: {Mini.Steps}\n"));
        Assert.That(yaml, Does.Contain($"\n  languageModel:\n    width: {Mini.Model.LanguageModel.Width}\n"));
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
