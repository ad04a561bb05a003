using VideoPoet.Core;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>The specifications of the repository are right, and say what the paper says.</summary>
public sealed class TaskSpecTests
{
    [TestCaseSource(typeof(TaskSpecFiles), nameof(TaskSpecFiles.Models))]
    public void Every_model_is_named_after_its_file(string file) =>
        Assert.That(SpecReader.ReadModel(Samples.TaskSpec(file)).Name, Is.EqualTo(Path.GetFileNameWithoutExtension(file)));

    [TestCaseSource(typeof(TaskSpecFiles), nameof(TaskSpecFiles.Recipes))]
    public void Every_recipe_writes_its_checkpoints_where_no_other_does(string file) => Assert.That(
        PaperTasks.Reader.ReadRecipe(Samples.TaskSpec(file)).Checkpoints.Folder, Is.EqualTo($"runs/{Path.GetFileNameWithoutExtension(file)}"));

    [TestCaseSource(typeof(TaskSpecFiles), nameof(TaskSpecFiles.Chains))]
    public void Every_chain_has_steps_to_chain(string file) =>
        Assert.That(PaperTasks.Reader.ReadChain(Samples.TaskSpec(file)).Steps, Has.Count.GreaterThan(1));

    [TestCaseSource(typeof(TaskSpecFiles), nameof(TaskSpecFiles.All))]
    public void Every_file_tells_editors_its_schema(string file)
    {
        var kind = file.Split(Path.DirectorySeparatorChar)[0].TrimEnd('s');
        var isPart = Path.GetFileName(Path.GetDirectoryName(file)) == "parts";
        var schema = isPart ? $"../../schema/{kind}.part.json" : $"../schema/{kind}.json";

        Assert.That(File.ReadLines(Samples.TaskSpec(file)).First(), Is.EqualTo($"# yaml-language-server: $schema={schema}"));
    }

    [TestCase("t2v", "text-to-video")]
    [TestCase("t2v-i", "text-to-video", "text-to-image")]
    [TestCase("ssl", "unconditional-video", "frame-prediction", "inpainting", "outpainting", "audio-video-continuation")]
    [TestCase("no-t2i", "text-to-video", "unconditional-video", "frame-prediction", "inpainting", "outpainting", "audio-video-continuation")]
    [TestCase(
        "all", "text-to-image", "text-to-video", "unconditional-video", "frame-prediction", "inpainting", "outpainting", "audio-video-continuation")]
    public void A_row_of_the_ablation_draws_its_tasks_equally_often(string row, params string[] tasks)
    {
        var plan = PlanOf($"mixtures/ablation-{row}.yaml");

        var probabilities = plan.Stages.Single().Variants
            .GroupBy(variant => variant.Task).ToDictionary(group => group.Key, group => group.Sum(variant => variant.Probability));

        Assert.That(probabilities.Keys, Is.EquivalentTo(tasks));
        Assert.That(probabilities.Values, Is.All.EqualTo(1.0 / tasks.Length).Within(1e-12));
    }

    [Test]
    public void The_ablation_draws_1024_clips_a_step_and_a_fifth_of_the_clips() => Assert.That(
        PlanOf("mixtures/ablation-t2v.yaml").Stages[0].Groups.Select(group => (group.Batch, group.Variants[0].Data.Take)),
        Is.All.EqualTo((1024, new Share(0.2))));

    [Test]
    public void Pretraining_knows_every_task_and_every_format_of_the_paper()
    {
        var variants = PlanOf("mixtures/pretrain.yaml").Stages[1].Variants.ToList();

        Assert.That(variants.Select(variant => variant.Task).Distinct(), Is.EquivalentTo(PaperTasks.Catalog.Tasks.Select(task => task.Name)));
        Assert.That(variants.Select(variant => variant.Format.Name).Distinct(), Is.EquivalentTo(VideoFormats.BuiltIn.Names));
    }

    [Test]
    public void The_longest_sequence_of_pretraining_is_the_one_that_the_models_name() => Assert.That(
        PlanOf("mixtures/pretrain.yaml").Stages[1].Groups[^1].Lengths, Is.EqualTo(new LengthGroup(5450, 4931, "portrait-41")));

    [Test]
    public void The_mixture_of_the_documentation_is_right()
    {
        using var folder = new Folder();
        var page = File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "docs", "mixtures.md"));
        var file = folder.Write("mixture.yaml", page.Split("```yaml\n")[1].Split("```")[0]);

        var plan = MixturePlan.Create(PaperTasks.Reader.ReadMixture(file), PaperTasks.Catalog, UnifiedVocabulary.Paper);

        Assert.That(plan.Stages[1].Groups.Single(group => group.Lengths == new LengthGroup(68, 257, "image")).Batch, Is.EqualTo(63));
        Assert.That(plan.Stages[1].Groups.Single(group => group.Lengths == new LengthGroup(68, 1283, "square-17")).Batch, Is.EqualTo(12));
    }

    [Test]
    public void An_adaptation_goes_on_from_pretraining_with_its_own_tasks()
    {
        var adaptation = (LanguageModelRecipeSpec)PaperTasks.Reader.ReadRecipe(Samples.TaskSpec("recipes/adapt-video-to-audio-8b.yaml"));

        Assert.That(adaptation.Weights.LanguageModel, Is.EqualTo("runs/pretrain-8b"));
        Assert.That(adaptation.Mixture.Tasks.Keys, Is.EqualTo(["video-to-audio"]));
        Assert.That(adaptation.Model.LanguageModel.Width, Is.EqualTo(4096));
    }

    private static MixturePlan PlanOf(string file) =>
        MixturePlan.Create(PaperTasks.Reader.ReadMixture(Samples.TaskSpec(file)), PaperTasks.Catalog, UnifiedVocabulary.Paper);
}
