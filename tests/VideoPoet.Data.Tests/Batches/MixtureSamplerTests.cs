using VideoPoet.Core;
using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

public sealed class MixtureSamplerTests
{
    private const int Steps = 2_000;

    private MixtureDatasets _datasets = null!;

    [OneTimeSetUp]
    public void Open() => _datasets = PaperMixture.Open();

    [OneTimeTearDown]
    public void Close() => _datasets.Dispose();

    private MixtureSampler Sampler(long seed = 1, long steps = Steps, int accumulation = 1) =>
        new(PaperMixture.Plan, _datasets, seed, steps, accumulation);

    [Test]
    public void Both_stages_draw_each_length_group_within_one_percent_of_the_schedule([Range(1, 5)] int seed)
    {
        var sampler = Sampler(seed);
        var stages = PaperMixture.Plan.Stages;
        (long First, long End)[] parts = [(0, 500), (500, Steps)];

        foreach (var (stage, (first, end)) in stages.Zip(parts))
        {
            var draws = sampler.Draws(first, end - first).ToArray();
            Assert.That(draws.Select(draw => draw.Stage), Has.All.EqualTo(stage.Name));
            foreach (var group in stage.Groups)
            {
                var share = draws.Count(draw => draw.Lengths == group.Lengths) / (double)(end - first);
                Assert.That(share, Is.EqualTo(group.Probability).Within(0.01), $"{stage.Name}: {group.Lengths}");
            }
            var images = draws.Count(draw => draw.Lengths.Format == "tiny-image") / (double)(end - first);
            TestContext.Out.WriteLine($"seed {seed}, {stage.Name}: {images:P2} images");
            Assert.That(images, Is.EqualTo(stage == stages[0] ? 0.9 : 0.1).Within(0.01));
        }
    }

    [Test]
    public void Ten_thousand_draws_have_every_group_and_every_form_within_one_percent()
    {
        var sampler = Sampler(seed: 3, steps: 40_000);
        var stage = PaperMixture.Plan.Stages[1];
        var draws = sampler.Draws(10_000, 10_000).ToArray();

        foreach (var group in stage.Groups)
        {
            var own = draws.Where(draw => draw.Lengths == group.Lengths).ToArray();
            Assert.That(own.Length / 10_000.0, Is.EqualTo(group.Probability).Within(0.01), $"{group.Lengths}");
            foreach (var variant in group.Variants)
            {
                var rows = own.Sum(draw => draw.Rows.Count(row => row.Variant == variant));
                Assert.That(rows / (10_000.0 * group.Batch), Is.EqualTo(variant.Probability).Within(0.01), variant.Name);
            }
        }
    }

    [Test]
    public void A_batch_depends_on_nothing_but_seed_step_and_place()
    {
        var there = Sampler(accumulation: 2).Draws(480, 40).ToArray();
        var back = Sampler(accumulation: 2);

        for (var i = there.Length - 1; i >= 0; i--)
            Assert.That(back.Draw(480 + i / 2, i % 2).Samples, Is.EqualTo(there[i].Samples), $"batch {i}");
        var other = Sampler(seed: 2, accumulation: 2).Draws(480, 40).SelectMany(draw => draw.Samples);
        Assert.That(other, Is.Not.EqualTo(there.SelectMany(draw => draw.Samples)));
    }

    [Test]
    public void Every_form_goes_through_all_its_windows_before_one_comes_again_across_stages()
    {
        // Few images in the first stage, so that its end is in the middle of an epoch.
        var forms = Sampler(steps: 400).Draws(0, 400).SelectMany(draw => draw.Rows)
            .GroupBy(row => $"{row.Variant.Format.Name} {row.Variant.Name}").ToArray();
        var several = 0;

        foreach (var form in forms)
        {
            var windows = form.First().Stream.Training;
            var epochs = form.Select(row => row.Id.Window).Chunk(windows.Count).ToArray();
            foreach (var epoch in epochs)
                Assert.That(epoch, Is.Unique.And.SubsetOf(windows), form.Key);
            for (var epoch = 1; epoch < epochs.Length - 1; epoch++)
            {
                several++;
                Assert.That(epochs[epoch], Is.EquivalentTo(windows).And.Not.EqualTo(epochs[epoch - 1]), form.Key);
            }
        }
        Assert.That(several, Is.GreaterThan(10), "there must be forms that are drawn for several epochs");
    }

    [Test]
    public void Nothing_that_is_held_out_is_drawn_and_no_file_of_it()
    {
        var drawn = Sampler().Draws(0, Steps).SelectMany(draw => draw.Rows)
            .Select(row => (row.Stream.Source.Shards, row.Stream.Window(row.Id.Window).Entry.Name)).ToHashSet();
        var held = _datasets.Streams
            .SelectMany(stream => stream.HeldOut.Select(number => (stream.Source.Shards, stream.Window(number).Entry.Name))).ToHashSet();

        Assert.That(held.Select(file => file.Shards).Distinct().Count(), Is.EqualTo(4));
        Assert.That(drawn.Intersect(held), Is.Empty);
    }

    [Test]
    public void A_batch_has_about_five_times_as_many_images_as_videos_and_one_length()
    {
        var draws = Sampler().Draws(0, 200).ToArray();

        Assert.That(draws.First(draw => draw.Lengths.Format == "tiny-image").Rows, Has.Count.EqualTo(46));
        Assert.That(draws.First(draw => draw.Lengths is { Format: "tiny-17", OutputLength: 23 }).Rows, Has.Count.EqualTo(10));
        Assert.That(draws.SelectMany(draw => draw.Rows.Select(row => row.Variant.Layout.Group == draw.Lengths)), Has.All.True);
    }

    [Test]
    public void Processes_share_a_batch_in_runs_of_rows_that_follow_one_another([Values(1, 2, 3, 100)] int worldSize)
    {
        var draw = Sampler().Draw(0);
        var parts = Enumerable.Range(0, worldSize).Select(rank => draw.Rows.Take(draw.RowsOf(rank, worldSize)).ToArray()).ToArray();

        Assert.That(parts.SelectMany(rows => rows.Select(row => row.Id)), Is.EqualTo(draw.Samples));
        Assert.That(parts.Max(rows => rows.Length) - parts.Min(rows => rows.Length), Is.LessThanOrEqualTo(1));
        Assert.That(() => draw.RowsOf(worldSize, worldSize), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Steps_and_batches_that_the_run_does_not_have_are_refused()
    {
        var sampler = Sampler();

        Assert.That(() => sampler.Draw(Steps), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => sampler.Draw(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => sampler.Draw(0, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(sampler.StageOf(499).Name, Is.EqualTo("images first"));
        Assert.That(sampler.StageOf(500).Name, Is.EqualTo("motion"));
    }

    [Test]
    public void The_order_of_samples_is_the_same_for_ever()
    {
        var samples = Sampler().Draws(499, 2).SelectMany(draw => draw.Samples.Take(2));

        Assert.That(samples.Select(sample => $"{sample}"), Is.EqualTo(new[]
        {
            "pictures/tiny-image/111 text-to-image(text)", "pictures/tiny-image/39 text-to-image(text)",
            "clips-with-sound/tiny-17/12 video-to-audio(video)",
        }));
        Assert.That($"{Sampler().Draw(499)}", Does.StartWith("step 499.0, images first: 46 rows of ").And.EndWith(Sampler().Draw(499).Digest));
    }
}
