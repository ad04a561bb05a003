using VideoPoet.Core;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

public sealed class MixturePlanTests
{
    private const double Rounding = 1e-12;

    [Test]
    public void The_first_quarter_draws_images_nine_times_in_ten_and_the_rest_draws_video_nine_times_in_ten()
    {
        var stages = PlanOf(Samples.Mixture).Stages;

        Assert.That(stages.Select(stage => stage.Share), Is.EqualTo([new Share(0.25), new Share(0.75)]));
        Assert.That(ImageProbability(stages[0]), Is.EqualTo(0.9).Within(Rounding));
        Assert.That(ImageProbability(stages[1]), Is.EqualTo(0.1).Within(Rounding));

        static double ImageProbability(StagePlan stage) =>
            stage.Groups.Where(group => group.Lengths.Format == "image").Sum(group => group.Probability);
    }

    [Test]
    public void Text_to_image_and_text_to_video_have_the_lengths_and_batches_that_the_budget_gives()
    {
        var groups = PlanOf(Samples.Mixture).Stages[0].Groups;

        Assert.That(groups.Select(group => (group.Lengths, group.Batch)), Is.EqualTo(
            [(new LengthGroup(68, 257, "image"), 63), (new LengthGroup(68, 1283, "square-17"), 12)]));
    }

    [TestCase(16384, 1283, 12)]
    [TestCase(1283, 1283, 1)]
    [TestCase(2565, 1283, 1)]
    [TestCase(2566, 1283, 2)]
    [TestCase(1, 1283, 1)]
    public void A_batch_holds_as_many_outputs_as_the_budget_and_at_least_one(int budget, int output, int batch) =>
        Assert.That(MixturePlan.BatchSize(budget, output), Is.EqualTo(batch));

    [Test]
    public void Tasks_share_the_weight_of_their_group_by_their_own_weights()
    {
        var plan = PlanOf("""
            tokenBudget: 16384
            stages:
              - { name: all, weights: { image: 1, video: 3 } }
            tasks:
              text-to-image: { group: image, data: clips }
              text-to-video: { group: video, data: clips, weight: 2, formats: [square-17, square-41] }
              unconditional-video: { group: video, data: clips, formats: square-17 }
              inpainting: { group: video, data: clips, weight: 0 }
            data:
              clips: { shards: clips }
            """);

        var variants = plan.Stages[0].Variants.ToDictionary(variant => $"{variant.Entry} {variant.Format.Name}");

        Assert.That(variants.Keys, Is.EquivalentTo(
            ["text-to-image image", "text-to-video square-17", "text-to-video square-41", "unconditional-video square-17"]));
        Assert.That(variants["text-to-image image"].Probability, Is.EqualTo(1 / 4.0).Within(Rounding));
        Assert.That(variants["text-to-video square-17"].Probability, Is.EqualTo(3 / 4.0 * 2 / 3 / 2).Within(Rounding));
        Assert.That(variants["unconditional-video square-17"].Probability, Is.EqualTo(3 / 4.0 / 3).Within(Rounding));
    }

    [Test]
    public void Without_stages_tasks_are_drawn_by_their_own_weights_whatever_their_groups()
    {
        var plan = PlanOf("""
            tokenBudget: 16384
            tasks:
              text-to-image: { group: a, data: clips, weight: 3 }
              text-to-video: { group: b, data: clips, formats: square-17 }
            data:
              clips: { shards: clips }
            """);

        Assert.That(plan.Stages, Has.Count.EqualTo(1));
        Assert.That(plan.Stages[0].Share, Is.EqualTo(Share.Whole));
        Assert.That(plan.Stages[0].Groups.Select(group => group.Probability), Is.EqualTo([0.75, 0.25]).Within(Rounding));
    }

    [Test]
    public void A_dropped_text_makes_a_shorter_group_with_the_probability_of_dropping()
    {
        var plan = PlanOf("""
            tokenBudget: 16384
            tasks:
              text-to-video: { data: clips, formats: square-17, drop: { text: 10% } }
            data:
              clips: { shards: clips }
            """);

        var groups = plan.Stages[0].Groups;

        Assert.That(groups.Select(group => group.Lengths.PrefixLength), Is.EqualTo([2, 68]));
        Assert.That(groups.Select(group => group.Probability), Is.EqualTo([0.1, 0.9]).Within(Rounding));
        Assert.That(groups[0].Variants[0].Inputs, Is.Empty);
        Assert.That(groups[1].Variants[0].Inputs, Is.EqualTo(["text"]));
    }

    [Test]
    public void An_added_input_and_a_dropped_one_are_drawn_independently()
    {
        var plan = PlanOf("""
            tokenBudget: 16384
            tasks:
              stylization: { data: clips, formats: square-17, drop: { text: 20% }, add: { first-frame: 50% } }
            data:
              clips: { shards: clips }
            """);

        var variants = plan.Stages[0].Variants;

        Assert.That(
            variants.Select(variant => (string.Join('+', variant.Inputs), Math.Round(variant.Probability, 12))),
            Is.EquivalentTo([("text+flow-depth", 0.4), ("text+flow-depth+first-frame", 0.4), ("flow-depth", 0.1), ("flow-depth+first-frame", 0.1)]));
    }

    [Test]
    public void Each_value_of_a_parameter_makes_a_group_when_it_changes_the_length()
    {
        var plan = PlanOf("""
            tokenBudget: 16384
            tasks:
              frame-prediction: { data: clips, formats: square-17, parameters: { frames: [1, 5, 9, 13] } }
              inpainting: { data: clips, formats: square-17, weight: 0.5 }
            data:
              clips: { shards: clips }
            """);

        var groups = plan.Stages[0].Groups;
        var prediction = groups.Where(group => group.Variants[0].Task == "frame-prediction").ToList();
        var inpainting = groups.Single(group => group.Variants[0].Task == "inpainting");

        Assert.That(prediction.Select(group => group.Lengths.PrefixLength), Is.EqualTo([4 + 256, 4 + 512, 4 + 768, 4 + 1024]));
        Assert.That(prediction.Select(group => group.Probability), Is.All.EqualTo(1 / 6.0).Within(Rounding));
        Assert.That(inpainting.Variants.Select(variant => variant.Parameters.ToString()), Is.EqualTo(
            ["mask=central", "mask=dynamic", "mask=horizontal", "mask=vertical"]));
        Assert.That(inpainting.Probability, Is.EqualTo(1 / 3.0).Within(Rounding));
    }

    [Test]
    public void A_task_without_formats_is_drawn_in_every_format_that_suits_it()
    {
        var plan = PlanOf(Samples.Mixture.Replace(", formats: [square-17]", ""));

        Assert.That(plan.Stages[1].Groups.Select(group => group.Lengths.Format), Is.EqualTo(
            ["image", "square-17", "portrait-17", "square-41", "portrait-41"]));
    }

    [Test]
    public void A_mixture_that_declares_formats_draws_only_those_unless_a_task_names_others()
    {
        var plan = PlanOf("""
            tokenBudget: 16384
            formats:
              small: { width: 64, height: 64, frames: 17 }
            tasks:
              text-to-video: { data: clips }
              unconditional-video: { data: clips, formats: square-17 }
            data:
              clips: { shards: clips }
            """);

        var drawn = plan.Stages[0].Groups.Select(group => (group.Lengths.Format, group.Lengths.OutputLength));
        Assert.That(drawn, Is.EqualTo([("small", 323), ("square-17", 1283)]));
    }

    [TestCaseSource(typeof(TaskSpecFiles), nameof(TaskSpecFiles.Mixtures))]
    public void Every_stage_of_every_mixture_is_drawn_with_certainty_and_without_padding(string file)
    {
        var plan = MixturePlan.Create(PaperTasks.Reader.ReadMixture(Samples.TaskSpec(file)), PaperTasks.Catalog, UnifiedVocabulary.Paper);

        Assert.That(plan.Stages.Sum(stage => stage.Share.Value), Is.EqualTo(1).Within(Rounding));
        foreach (var stage in plan.Stages)
        {
            Assert.That(stage.Groups.Sum(group => group.Probability), Is.EqualTo(1).Within(Rounding));
            Assert.That(stage.Groups.Select(group => group.Padding), Is.All.Zero);
            Assert.That(stage.Variants.Select(variant => variant.Probability), Is.All.Positive);
        }
    }

    private static MixturePlan PlanOf(string text)
    {
        using var folder = new Folder();
        return MixturePlan.Create(PaperTasks.Reader.ReadMixture(folder.Write("mixture.yaml", text)), PaperTasks.Catalog, UnifiedVocabulary.Paper);
    }
}
