using VideoPoet.Core;
using VideoPoet.Data;

namespace VideoPoet.Tests.Batches;

public sealed class BatchReaderTests
{
    private MixtureDatasets _datasets = null!;
    private MixtureSampler _sampler = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _datasets = PaperMixture.Open();
        _sampler = new(PaperMixture.Plan, _datasets, seed: 5, steps: 400);
    }

    [OneTimeTearDown]
    public void Close() => _datasets.Dispose();

    // One batch of every length group.
    private IEnumerable<BatchDraw> EveryGroup() => _sampler.Draws(0, 400).DistinctBy(draw => draw.Lengths);

    [Test]
    public void Every_row_is_a_legal_sequence_of_its_window()
    {
        var groups = 0;
        foreach (var draw in EveryGroup())
        {
            using var batch = BatchReader.Read(draw);
            var ids = batch.Sequences!.Ids.data<long>().ToArray().Select(id => (int)id).Chunk(draw.Lengths.Length).ToArray();
            for (var row = 0; row < ids.Length; row++)
            {
                var drawn = batch.Rows[row];
                var layout = drawn.Variant.Layout;
                Assert.That(batch.Sequences.Layouts[row], Is.SameAs(layout));
                Assert.That(layout.Parse(ids[row]), Is.EqualTo(drawn.Stream.Window(drawn.Id.Window).Codes(layout)), $"{drawn.Id}");
            }
            groups++;
        }
        Assert.That(groups, Is.EqualTo(PaperMixture.Plan.Stages[1].Groups.Count));
    }

    [Test]
    public void Texts_are_the_embeddings_of_the_captions_and_zero_behind_them()
    {
        var seen = new HashSet<int>();
        foreach (var draw in EveryGroup())
        {
            using var batch = BatchReader.Read(draw);
            var sequences = batch.Sequences!;
            Assert.That(sequences.Text is null, Is.EqualTo(draw.Rows.All(row => row.Variant.Layout.Text is null)));
            for (var row = 0; row < batch.Rows.Count; row++)
            {
                seen.Add(sequences.TextLengths[row]);
                if (batch.Rows[row].Variant.Layout.Text is null)
                {
                    Assert.That(sequences.TextLengths[row], Is.Zero);
                    continue;
                }
                using var expected = batch.Rows[row].Stream.Window(batch.Rows[row].Id.Window).Embedding();
                using var found = sequences.Text![row];
                using var text = found.narrow(0, 0, sequences.TextLengths[row]);
                using var behind = found.narrow(0, sequences.TextLengths[row], UnifiedVocabulary.TextPositions - sequences.TextLengths[row]);
                Assert.That(text.contiguous().data<float>().ToArray(), Is.EqualTo(expected.data<float>().ToArray()));
                Assert.That(behind.count_nonzero().item<long>(), Is.Zero);
            }
        }
        Assert.That(seen, Is.EquivalentTo(new[] { 0, 2, 3, 4, 5 }));
    }

    [Test]
    public void Processes_together_have_what_one_has_and_know_the_whole([Values(2, 3, 64)] int worldSize)
    {
        foreach (var draw in EveryGroup())
        {
            using var whole = BatchReader.Read(draw);
            var parts = Enumerable.Range(0, worldSize).Select(rank => BatchReader.Read(draw, rank, worldSize)).ToArray();
            var rows = parts.Where(part => part.Sequences is not null).ToArray();

            Assert.That(rows.SelectMany(part => part.Sequences!.Ids.data<long>().ToArray()), Is.EqualTo(whole.Sequences!.Ids.data<long>().ToArray()));
            Assert.That(rows.SelectMany(part => part.Sequences!.TextLengths), Is.EqualTo(whole.Sequences.TextLengths));
            Assert.That(parts.Sum(part => part.Rows.Count), Is.EqualTo(whole.GlobalRows));
            Assert.That(parts.Sum(part => part.Targets), Is.EqualTo(whole.GlobalTargets).And.EqualTo(whole.Targets));
            Assert.That(whole.Targets, Is.EqualTo(whole.Rows.Sum(row => SyntheticTokens.TokensOf(row.Variant.Layout))));
            Assert.That(parts.Select(part => part.GlobalTargets), Has.All.EqualTo(whole.GlobalTargets));
            Assert.That(parts.Aggregate(default(BatchPadding), (all, part) => all + part.Padding), Is.EqualTo(whole.Padding));
            Assert.That(parts.Where(part => part.Rows.Count > 0).Select(part => part.FirstRow), Is.Ordered);
            foreach (var part in parts)
                part.Dispose();
        }
    }

    [Test]
    public void No_position_is_padding_and_empty_text_is_counted_apart()
    {
        foreach (var draw in EveryGroup())
        {
            using var batch = BatchReader.Read(draw);
            var texts = batch.Rows.Select((row, i) => row.Variant.Layout.Text is null ? 0 : 64 - batch.Sequences!.TextLengths[i]).Sum();

            Assert.That(batch.Padding, Is.EqualTo(new BatchPadding((long)draw.Rows.Count * draw.Lengths.Length, 0, texts)));
            Assert.That(batch.Padding.Share, Is.Zero);
            Assert.That(batch.Padding.EmptyTextShare, Is.InRange(0.0, 1.0));
        }
        Assert.That(new BatchPadding(200, 10, 50) is { Share: 0.05, EmptyTextShare: 0.25 }, Is.True);
    }

    [Test]
    public void A_damaged_table_of_windows_is_said_before_the_run()
    {
        var folder = TestFiles.NewFolder();
        new SyntheticTokens(PaperMixture.Vocabulary).Write(PaperMixture.Plan, folder, entries: 4);
        var shard = Directory.GetFiles(Path.Join(folder, "pictures"), "shard-*").Single();
        ShardDamage.Of(shard, "tiny-image/windows");

        Assert.That(
            () => MixtureDatasets.Open(PaperMixture.Plan, folder),
            Throws.TypeOf<DatasetException>().With.Message.Contains($"{shard}: is damaged. Tokenize again"));
    }

    [Test]
    public void Damaged_codes_are_said_with_the_sample()
    {
        var folder = TestFiles.NewFolder();
        new SyntheticTokens(PaperMixture.Vocabulary).Write(PaperMixture.Plan, folder, entries: 4);
        foreach (var shard in Directory.GetFiles(Path.Join(folder, "pictures"), "shard-*"))
            ShardDamage.Of(shard, "tiny-image/video");
        using var datasets = MixtureDatasets.Open(PaperMixture.Plan, folder);
        var sampler = new MixtureSampler(PaperMixture.Plan, datasets, seed: 1, steps: 400);
        var draw = sampler.Draws(0, 400).First(draw => draw.Lengths.Format == "tiny-image");

        var refusal = Assert.Throws<DatasetException>(() => BatchReader.Read(draw))!;
        Assert.That(refusal.Message, Does.StartWith($"{draw.Rows[0].Id}: the sample cannot be read: the code").And.Contains("Tokenize again"));
    }
}
