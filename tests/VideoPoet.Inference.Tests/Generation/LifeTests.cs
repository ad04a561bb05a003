using VideoPoet.Core;
using VideoPoet.Torch;

namespace VideoPoet.Inference.Tests.Generation;

/// <summary>What a generator holds, and that it gives it back.</summary>
[NonParallelizable]
public sealed class LifeTests
{
    private static readonly VideoGenerationRequest s_cat = new("text-to-video") { Prompt = "a cat" };

    [TestCase(20)]
    [TestCase(200, Explicit = true, Reason = "Takes minutes.")]
    public async Task Cancelling_at_random_moments_frees_everything(int runs)
    {
        using var generator = SmallModel.Open();
        await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        var before = TensorsInMemory();
        var random = new Random(1);
        var cancelled = 0;
        for (var run = 0; run < runs; run++)
        {
            using var stop = new CancellationTokenSource();
            var left = random.Next(12);
            try
            {
                await foreach (var _ in generator.GenerateStreamingAsync(s_cat, new() { Format = "tiny-17", Seconds = 10, Seed = run }, stop.Token))
                {
                    if (left-- == 0)
                        await stop.CancelAsync();
                }
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
            Assert.That((HashDecoder.OpenSessions, TensorsInMemory()), Is.EqualTo((0, before)), $"after run {run}");
        }
        Assert.That(cancelled, Is.EqualTo(runs));
    }

    [Test]
    public async Task Leaving_the_loop_frees_everything_and_lets_the_next_one_begin()
    {
        using var generator = SmallModel.Open();
        await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        var before = TensorsInMemory();
        for (var run = 0; run < 5; run++)
        {
            await foreach (var part in generator.GenerateStreamingAsync(s_cat, new() { Seconds = 60, Seed = run }))
            {
                if (part.Frames is not null)
                    break;
            }
            Assert.That((HashDecoder.OpenSessions, TensorsInMemory()), Is.EqualTo((0, before)));
        }
    }

    [Test]
    public async Task One_that_waits_its_turn_can_be_cancelled()
    {
        using var generator = SmallModel.Open();
        await using var first = generator.GenerateStreamingAsync(s_cat, new() { Seconds = 60, Seed = 1 }).GetAsyncEnumerator();
        await first.MoveNextAsync();
        using var stop = new CancellationTokenSource();
        var second = generator.GenerateAsync(s_cat, new() { Seed = 1 }, stop.Token);
        Assert.That(second.IsCompleted, Is.False);
        await stop.CancelAsync();
        await Assert.ThatAsync(() => second, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Several_generate_side_by_side_and_do_not_disturb_each_other()
    {
        using var generator = SmallModel.Open(options => options.ConcurrentGenerations = 3);
        var alone = new List<VideoGenerationResponse>();
        for (var seed = 0; seed < 6; seed++)
            alone.Add(await generator.GenerateAsync(s_cat, new() { Seed = seed }));
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(seed => generator.GenerateAsync(s_cat, new() { Seed = seed })));
        for (var seed = 0; seed < 6; seed++)
            Assert.That(together[seed].Frames!.SameAs(alone[seed].Frames), Is.True, $"seed {seed}");
    }

    [Test]
    public async Task A_model_is_loaded_when_it_is_needed_and_unloaded_when_it_is_told_to()
    {
        using var generator = SmallModel.Open();
        var model = generator.GetService<GenerationModel>()!;
        Assert.That(model.IsLoaded, Is.False);
        var before = TensorsInMemory();
        var first = await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        Assert.That(model.IsLoaded, Is.True);
        model.Unload();
        Assert.That((model.IsLoaded, TensorsInMemory()), Is.EqualTo((false, before)));
        var again = await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        Assert.That(again.Frames!.SameAs(first.Frames), Is.True);
    }

    [Test]
    public async Task Unloading_waits_for_what_is_being_generated()
    {
        using var generator = SmallModel.Open();
        var model = generator.GetService<GenerationModel>()!;
        var frames = 0;
        await foreach (var part in generator.GenerateStreamingAsync(s_cat, new() { Seconds = 5, Seed = 1 }))
        {
            model.Unload();
            frames += part.Frames?.Count ?? 0;
        }
        Assert.That((frames, model.IsLoaded), Is.EqualTo((40, false)));
    }

    [Test]
    public async Task Disposing_ends_what_is_being_generated_and_refuses_what_comes_after()
    {
        var generator = SmallModel.Open();
        var before = TensorsInMemory();
        await using var updates = generator.GenerateStreamingAsync(s_cat, new() { Seconds = 600, Seed = 1 }).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        generator.Dispose();
        await Assert.ThatAsync(
            async () =>
            {
                while (await updates.MoveNextAsync())
                {
                }
            },
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(HashDecoder.OpenSessions, Is.Zero);
        Assert.That(TensorsInMemory(), Is.EqualTo(before));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => generator.GenerateAsync(s_cat));
    }

    [Test]
    public async Task Work_has_threads_of_its_own_and_leaves_nothing_to_others()
    {
        var isOfPool = true;
        using var generator = new VideoPoetGenerator(SmallModel.Options, (_, model, vocabulary) =>
        {
            isOfPool = Thread.CurrentThread.IsThreadPoolThread;
            return new HashDecoder(model, vocabulary);
        });
        await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        Assert.That((isOfPool, is_grad_enabled()), Is.EqualTo((false, true)));
    }

    [Test]
    [Explicit("Takes minutes.")]
    public async Task Memory_is_flat_over_a_thousand_generations()
    {
        using var generator = new VideoPoetGenerator(SmallModel.Options);
        var samples = new List<(int Run, long Bytes)>();
        for (var run = 0; run < 1_000; run++)
        {
            await generator.GenerateAsync(s_cat with { Prompt = $"cat {run}" }, new() { Seed = run, Guidance = run % 2 == 0 ? 1 : 3 });
            if (run % 50 == 49)
                samples.Add((run + 1, ResidentBytes()));
        }
        TestContext.Out.WriteLine(string.Join('\n', samples.Select(sample => $"{sample.Run,5} {sample.Bytes / 1e6:0.0} MB")));
        AssertFlat([.. samples.Select(sample => sample.Bytes)]);
    }

    [Test]
    [Explicit("Takes minutes.")]
    public async Task Memory_is_flat_and_time_constant_over_two_hundred_windows()
    {
        using var generator = new VideoPoetGenerator(SmallModel.Options);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var samples = new List<(int Frames, long Bytes, double Seconds)>();
        var frames = 0;
        var next = 0;
        // 17 frames, and 8 for each window after the first.
        await foreach (var part in generator.GenerateStreamingAsync(s_cat, new() { Format = "tiny-17", Seconds = (17 + 8 * 200) / 8.0, Seed = 1 }))
        {
            frames += part.Frames?.Count ?? 0;
            if (frames >= next)
            {
                samples.Add((frames, ResidentBytes(), clock.Elapsed.TotalSeconds));
                next += 160;
            }
        }
        TestContext.Out.WriteLine(string.Join('\n', samples.Select(sample => $"{sample.Frames,5} {sample.Bytes / 1e6:0.0} MB {sample.Seconds:0.0} s")));
        Assert.That(frames, Is.EqualTo(17 + 8 * 200));
        AssertFlat([.. samples.Select(sample => sample.Bytes)]);
    }

    // After the first fifth, in which pools fill; a leak of one latent frame's pixels a generation would be seen.
    private static void AssertFlat(long[] bytes)
    {
        var first = bytes.Skip(bytes.Length / 5).Take(bytes.Length / 5).Average();
        var last = bytes.TakeLast(bytes.Length / 5).Average();
        Assert.That(last - first, Is.LessThan(8e6), "growth in bytes");
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static long TensorsInMemory() => TorchRuntime.Current.Memory(CPU)!.Allocated;
}
