using System.Security.Cryptography;
using VideoPoet.Data;
using VideoPoet.Torch;

namespace VideoPoet.Tests.Batches;

[CancelAfter(60_000)]
public sealed class BatchPrefetcherTests
{
    private MixtureDatasets _datasets = null!;

    [OneTimeSetUp]
    public void Open() => _datasets = PaperMixture.Open();

    [OneTimeTearDown]
    public void Close() => _datasets.Dispose();

    private MixtureSampler Sampler(long steps = 30) => new(PaperMixture.Plan, _datasets, seed: 9, steps, accumulation: 2);

    // Samples, ids and texts of every batch.
    private static List<string> Contents(BatchPrefetcher batches, int count)
    {
        var contents = new List<string>();
        for (var i = 0; i < count; i++)
        {
            using var batch = batches.Take();
            contents.Add(ContentOf(batch));
        }
        return contents;
    }

    private static string ContentOf(MixtureBatch batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (batch.Sequences is { } sequences)
        {
            hash.AppendData(sequences.Ids.bytes);
            if (sequences.Text is { } text)
                hash.AppendData(text.bytes);
        }
        return $"{batch.Draw.Step} {batch.Draw.Accumulation} {batch.Draw.Digest} {batch.FirstRow} {batch.Rows.Count} "
            + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [Test]
    public void The_number_of_threads_changes_nothing([Values(1, 2, 4)] int workers, [Values(1, 3)] int worldSize)
    {
        var sampler = Sampler();
        var rank = worldSize - 1;
        var expected = new List<string>();
        foreach (var draw in sampler.Draws(0, 30))
        {
            using var batch = BatchReader.Read(draw, rank, worldSize);
            expected.Add(ContentOf(batch));
        }
        using var batches = BatchPrefetcher.Start(sampler, 0, rank, worldSize, new() { Workers = workers });

        Assert.That(Contents(batches, 60), Is.EqualTo(expected));
        Assert.That(() => batches.Take(), Throws.InvalidOperationException);
    }

    [Test]
    public void A_run_that_goes_on_reads_what_an_uninterrupted_one_would()
    {
        using var whole = BatchPrefetcher.Start(Sampler());
        var all = Contents(whole, 60);
        using var rest = BatchPrefetcher.Start(Sampler(), firstStep: 17);

        Assert.That(Contents(rest, 26), Is.EqualTo(all[34..]));
    }

    [Test]
    public void A_batch_that_cannot_be_read_is_said_with_its_sample()
    {
        var folder = TestFiles.NewFolder();
        new SyntheticTokens(PaperMixture.Vocabulary).Write(PaperMixture.Plan, folder, entries: 4);
        foreach (var shard in Directory.GetFiles(Path.Join(folder, "clips-with-sound"), "shard-*"))
            ShardDamage.Of(shard, "tiny-17/sound");
        using var datasets = MixtureDatasets.Open(PaperMixture.Plan, folder);
        var sampler = new MixtureSampler(PaperMixture.Plan, datasets, seed: 1, steps: 400);
        var bad = sampler.Draws(0, 400).First(draw => draw.Rows.Any(row => row.Variant.Layout.AudioOutput is not null));
        using var batches = BatchPrefetcher.Start(sampler);
        for (var step = 0; step < bad.Step; step++)
            batches.Take().Dispose();

        Assert.That(
            () => batches.Take(),
            Throws.TypeOf<DatasetException>().With.Message.StartsWith("clips-with-sound/tiny-17/").And.Message.Contains("the sample cannot be read"));
    }

    [Test]
    public void Hundreds_of_batches_leave_nothing_behind_and_nor_does_stopping_early()
    {
        var sampler = Sampler(steps: 500);
        long Allocated() => TorchRuntime.Current.Memory(CPU)!.Allocated;
        // Maps the shards, which stay.
        ReadAll(100);
        var before = Allocated();
        ReadAll(400);
        Assert.That(Allocated(), Is.EqualTo(before));
        for (var round = 0; round < 20; round++)
            ReadAll(2);
        Assert.That(Allocated(), Is.EqualTo(before));

        void ReadAll(int count)
        {
            using var batches = BatchPrefetcher.Start(sampler, options: new() { Ahead = 6 });
            for (var i = 0; i < count; i++)
                batches.Take().Dispose();
        }
    }

    [Test]
    public void Cancelling_and_stopping_come_through()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var batches = BatchPrefetcher.Start(Sampler());

        Assert.That(() => batches.Take(cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        using (var batch = batches.Take(CancellationToken.None))
            Assert.That((batch.Draw.Step, batch.Draw.Accumulation), Is.EqualTo((0, 0)));
        batches.Dispose();
        Assert.That(() => batches.Take(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(
            () => BatchReader.Read(Sampler().Draw(0), cancellationToken: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
