using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Training.LanguageModels;

namespace VideoPoet.Training.Tests.LanguageModel;

public sealed class TrainingCostTests
{
    [Test]
    public void The_arithmetic_is_that_of_every_product_of_every_position()
    {
        var recipe = TinyLanguage.Recipe with { Mixture = TinyLanguage.Mixture(60, "text-to-video") };
        var plan = MixturePlan.Create(recipe.Mixture, TinyLanguage.Catalog, TinyLanguage.VocabularyOf(recipe));
        var layout = plan.Stages[0].Variants.First().Layout;
        var sizes = recipe.Model.LanguageModel;
        const double Width = 32, FeedForward = 64, Layers = 2;

        // Position by position: four square projections, three of the feed-forward layer, two products with each position that is seen.
        var forward = 0.0;
        for (var query = 0; query < layout.Length; query++)
        {
            var seen = Enumerable.Range(0, layout.Length).Count(key => layout.MayAttend(query, key));
            forward += Layers * (2 * (4 * Width * Width + 3 * Width * FeedForward) + 4 * Width * seen);
        }
        forward += TargetRun.Of([layout]).Sum(run => run.Length * 2 * Width * run.Ids.Count);

        // Norms have parameters too, a few in a hundred of so small a model.
        Assert.That(TrainingCost.Flops(sizes, layout), Is.EqualTo(3 * forward).Within(2).Percent);
    }

    [Test]
    public void A_machine_has_a_peak() => Assert.That(ProductPeak.Measure(Precision.Fp32), Is.InRange(1e8, 1e15));
}
