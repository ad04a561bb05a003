using VideoPoet.Core;
using VideoPoet.Specs.Tests.Support;

namespace VideoPoet.Specs.Tests;

/// <summary>A task that this repository does not know is as good in a mixture as its own.</summary>
public sealed class NewTaskTests
{
    private sealed class Colouring : IVideoTask
    {
        public TaskDefinition Define(TaskParameters parameters) => new()
        {
            Token = TaskToken.Named("coloured-video"),
            Inputs = [Input.Visual(Views.Computed("grey-video"))],
            Outputs = [Output.Visual(Views.WholeVideo)],
        };
    }

    private static readonly TaskCatalog Catalog = new([new("colouring", new Colouring())], []);

    [Test]
    public void A_task_of_a_plugin_is_drawn_with_the_token_that_it_asks_for()
    {
        using var folder = new Folder();
        var file = folder.Write("mixture.yaml", """
            tokenBudget: 2566
            tasks:
              colouring: { data: clips, formats: square-17 }
            data:
              clips: { shards: clips }
            """);

        var plan = MixturePlan.Create(new SpecReader(Catalog).ReadMixture(file), Catalog, UnifiedVocabulary.Paper);

        var group = plan.Stages.Single().Groups.Single();
        Assert.That((group.Lengths.PrefixLength, group.Lengths.OutputLength, group.Batch), Is.EqualTo((1284, 1283, 2)));
    }

    [Test]
    public void Tasks_that_no_plugin_brings_are_unknown()
    {
        using var folder = new Folder();
        var file = folder.Write("mixture.yaml", Samples.Mixture);

        Assert.That(folder.ErrorsOf(() => new SpecReader(Catalog).ReadMixture(file)), Is.EqualTo(
            [
                "mixture.yaml:9:3  unknown task 'text-to-image'. Known: colouring.",
                "mixture.yaml:10:3  unknown task 'text-to-video'. Known: colouring.",
            ]));
    }
}
