using VideoPoet.Core;
using VideoPoet.Data;

namespace VideoPoet.Tests;

public sealed class TokenPlanTests
{
    [Test]
    public void A_plan_has_exactly_what_the_tasks_ask_for()
    {
        var plan = Tokens.Plan();

        Assert.That(plan.Source, Is.EqualTo("clips"));
        Assert.That(plan.HasText, Is.True);
        Assert.That(
            plan.Formats.Select(format => (format.Format.Name, format.HasVideo, format.HasSound, format.Views.Count)),
            Is.EqualTo(new[] { ("tiny-9", true, true, 2), ("tiny-image", true, false, 0) }));
        Assert.That(
            plan.Formats[0].Views.Select(FormatPlan.KeyOf),
            Is.EqualTo(new[] { "masked-video mask=central side=inside", "masked-video mask=vertical side=inside" }));
    }

    [Test]
    public void A_view_that_nobody_computes_is_said_with_its_tasks()
    {
        var refusal = Assert.Throws<DatasetException>(() => Tokens.Plan("  stylization: { data: clips, formats: tiny-9 }"))!;

        Assert.That(refusal.Message, Does.Contain("the view 'flow-depth' of 'stylization' is computed by no plugin").And.Contain("masked-video"));
    }

    [Test]
    public void A_source_must_be_there_be_named_among_several_and_be_drawn_from()
    {
        var mixture = Tokens.Mixture(data: "  clips: { shards: clips }\n  others: { shards: others }");
        TokenPlan Plan(string? source) => TokenPlan.Create(mixture, Tokens.Catalog, Tokens.Model.CreateVocabulary(), source);

        Assert.That(Plan("clips").Formats, Has.Count.EqualTo(2));
        Assert.That(() => Plan(null), Throws.TypeOf<DatasetException>().With.Message.Contains("name one of clips, others"));
        Assert.That(() => Plan("clip"), Throws.TypeOf<DatasetException>().With.Message.Contains("Did you mean 'clips'?"));
        Assert.That(() => Plan("others"), Throws.TypeOf<DatasetException>().With.Message.Contains("no task draws from the data source 'others'"));
    }
}
