using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

public sealed class HeldOutBatchesTests
{
    private const int Batches = 4;

    private MixtureDatasets _datasets = null!;
    private HeldOutBatches _heldOut = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _datasets = PaperMixture.Open();
        _heldOut = new(PaperMixture.Plan, _datasets, Batches);
    }

    [OneTimeTearDown]
    public void Close() => _datasets.Dispose();

    [Test]
    public void Every_form_of_every_group_is_measured_on_windows_that_are_held_out()
    {
        var rows = _heldOut.Draws.SelectMany(draw => draw.Rows).ToArray();
        var forms = PaperMixture.Plan.Stages.SelectMany(stage => stage.Variants).Select(variant => (variant.Name, variant.Format)).ToHashSet();

        Assert.That(rows.Select(row => (row.Variant.Name, row.Variant.Format)).ToHashSet(), Is.EquivalentTo(forms));
        Assert.That(rows.Select(row => row.Stream.HeldOut.Contains(row.Id.Window)), Has.All.True);
        Assert.That(rows.Select(row => row.Id), Is.Unique);
        Assert.That(_heldOut.Unmeasured, Is.Empty);
        Assert.That(_heldOut.Draws.Select(draw => draw.Step), Is.EqualTo(Enumerable.Range(0, _heldOut.Draws.Count).Select(step => (long)step)));
    }

    [Test]
    public void Batches_are_no_larger_than_in_training_and_no_more_than_asked_for()
    {
        foreach (var group in PaperMixture.Plan.Stages[0].Groups)
        {
            var own = _heldOut.Draws.Where(draw => draw.Lengths == group.Lengths).ToArray();

            Assert.That(own, Is.Not.Empty);
            Assert.That(own.Select(draw => draw.Rows.Count), Has.All.AtMost(group.Batch));
            Assert.That(own, Has.Length.AtMost(Math.Max(Batches, (group.Variants.Count + group.Batch - 1) / group.Batch)));
            Assert.That(own.SelectMany(draw => draw.Rows.Select(row => row.Variant.Layout.Group)), Has.All.EqualTo(group.Lengths));
        }
    }

    [Test]
    public void They_are_always_the_same_and_can_be_read()
    {
        using var again = PaperMixture.Open();
        var same = new HeldOutBatches(PaperMixture.Plan, again, Batches);
        using var batches = BatchPrefetcher.Start(same);

        Assert.That(same.Draws.Select(draw => draw.Digest), Is.EqualTo(_heldOut.Draws.Select(draw => draw.Digest)));
        foreach (var draw in same.Draws)
        {
            using var batch = batches.Take();
            Assert.That(batch.Draw, Is.SameAs(draw));
            Assert.That(batch.Sequences!.Rows, Is.EqualTo(draw.Rows.Count));
        }
    }

    [Test]
    public void Forms_of_which_nothing_is_held_out_are_told()
    {
        using var none = PaperMixture.Open(new() { Share = new(0) });
        var batches = new HeldOutBatches(PaperMixture.Plan, none, Batches);

        Assert.That(batches.Draws, Is.Empty);
        Assert.That(batches.Unmeasured.Select(variant => variant.Name), Does.Contain("text-to-image(text)").And.Contain("video-to-audio(video)"));
    }
}
