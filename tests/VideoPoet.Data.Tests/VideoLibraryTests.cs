using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

public sealed class VideoLibraryTests
{
    private static readonly VideoLibraryOptions Small = new() { Size = new(16, 16), FrameRates = [10], HeldOut = new(0.3), HeldOutFrames = 5 };

    private static DatasetEntry Entry(string file) => new(file, null, TimeSpan.Zero, null, file);

    private static Task<VideoLibrary> OpenAsync(VideoLibraryOptions options, params string[] files) =>
        VideoLibrary.OpenAsync([.. files.Select(Entry)], options, TestFiles.NewFolder());

    // The frame's number that its brightness says, of video that grows brighter by 2 of 219 steps a frame.
    private static int Number(double brightness) => (int)Math.Round(brightness * 219 / 255 / 2);

    private static int[] Numbers(Tensor window)
    {
        using var means = window.mean([0, 2, 3]).add(1).mul(127.5);
        return [.. means.data<float>().ToArray().Select(mean => Number(mean))];
    }

    private static int Number(PixelFrames frames, int frame) =>
        Number(frames.Pixels.Span.Slice(frame * frames.Height * frames.Width * 3, 3)[0]);

    [Test]
    public async Task A_batch_has_consecutive_frames_from_minus_one_to_one()
    {
        using var library = await OpenAsync(Small, TestFiles.Brightening(5));
        using var batch = library.Draw(seed: 1, step: 2, batch: 4, frames: 5);

        Assert.That(batch.shape, Is.EqualTo(new long[] { 4, 3, 5, 16, 16 }));
        Assert.That(batch.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That((batch.min().item<float>(), batch.max().item<float>()), Is.EqualTo((-1f, 0f)).Using<(float Low, float High)>(
            (actual, _) => actual.Low >= -1 && actual.High <= 1));
        for (var item = 0; item < 4; item++)
        {
            var numbers = Numbers(batch[item]);
            Assert.That(numbers, Is.EqualTo(Enumerable.Range(numbers[0], 5)));
        }
    }

    [Test]
    public async Task A_draw_depends_on_nothing_but_its_arguments()
    {
        using var library = await OpenAsync(Small with { Margin = 1.5, Flip = true }, TestFiles.Brightening(5), TestFiles.HalfWhite);
        using var first = library.Draw(7, 100, 8, 1);
        using var other = library.Draw(7, 101, 8, 1);
        using var again = library.Draw(7, 100, 8, 1);

        Assert.That(again.data<float>().ToArray(), Is.EqualTo(first.data<float>().ToArray()));
        Assert.That(other.data<float>().ToArray(), Is.Not.EqualTo(first.data<float>().ToArray()));
    }

    [Test]
    public async Task No_drawn_frame_is_held_out_and_every_other_is_drawn_in_time()
    {
        using var library = await OpenAsync(Small, TestFiles.Brightening(5));
        var drawn = new HashSet<int>();
        for (var step = 0; step < 60; step++)
        {
            using var batch = library.Draw(3, step, 4, 5);
            for (var item = 0; item < 4; item++)
                drawn.UnionWith(Numbers(batch[item]));
        }
        var heldOut = library.HeldOut(frames: 5, limit: 10)
            .SelectMany(window => Enumerable.Range(0, 5).Select(frame => Number(window.Frames, frame))).ToArray();

        // 50 frames, of which 15 in the middle are held out; one at each border may show what either side shows.
        Assert.That(drawn.Order(), Is.EqualTo(Enumerable.Range(0, 18).Concat(Enumerable.Range(34, 16))));
        Assert.That(heldOut, Is.EqualTo(Enumerable.Range(19, 10)));
    }

    [Test]
    public async Task A_long_video_holds_blocks_out_all_along()
    {
        using var library = await OpenAsync(Small with { HeldOut = new(0.6), HeldOutFrames = 3 }, TestFiles.Brightening(5));

        var starts = library.HeldOut(frames: 3, limit: 100).Select(window => Number(window.Frames, 0)).ToArray();

        // A block in each fifth of the 50 frames, as long as three frames and its borders.
        Assert.That(starts, Is.EqualTo(new[] { 4, 14, 24, 34, 44 }));
    }

    [Test]
    public async Task Rates_share_the_borders_between_training_and_what_is_held_out()
    {
        using var library = await OpenAsync(Small with { FrameRates = [10, 5] }, TestFiles.Brightening(5));
        var drawn = new HashSet<int>();
        for (var step = 0; step < 60; step++)
        {
            using var batch = library.Draw(3, step, 4, 2);
            for (var item = 0; item < 4; item++)
                drawn.UnionWith(Numbers(batch[item]));
        }

        var heldOut = library.HeldOut(2, 100).SelectMany(window => new[] { Number(window.Frames, 0), Number(window.Frames, 1) }).ToArray();
        Assert.That(heldOut, Is.Not.Empty);
        Assert.That(drawn.Where(frame => frame >= heldOut.Min() && frame <= heldOut.Max()), Is.Empty);
    }

    [Test]
    public async Task A_video_too_short_to_hold_out_serves_training_as_a_whole()
    {
        using var library = await OpenAsync(Small with { HeldOutFrames = 17 }, TestFiles.Brightening(2));
        using var batch = library.Draw(0, 0, 1, 20);

        Assert.That(Numbers(batch[0]), Is.EqualTo(Enumerable.Range(0, 20)));
        Assert.That(library.HeldOut(1, 10), Is.Empty);
    }

    [Test]
    public async Task An_image_is_a_video_of_one_frame_and_half_of_its_draws_are_mirrored()
    {
        using var library = await OpenAsync(Small with { Flip = true, HeldOut = new(0) }, TestFiles.HalfWhite);
        using var batch = library.Draw(0, 0, 200, 1);
        var left = batch[.., 0, 0, 8, 2].data<float>().ToArray();

        Assert.That(left.Distinct().Order(), Is.EqualTo(new[] { -1f, 1f }));
        // Five standard deviations of a binomial of 200 draws.
        Assert.That(left.Count(value => value > 0), Is.EqualTo(100).Within(36));
        Assert.That(() => library.Draw(0, 0, 1, 2), Throws.TypeOf<DatasetException>().With.Message.Contains("no source has 2 frames"));
    }

    [Test]
    public async Task Crops_move_within_the_margin()
    {
        using var library = await OpenAsync(Small with { Margin = 2, HeldOut = new(0) }, TestFiles.HalfWhite);
        using var batch = library.Draw(0, 0, 100, 1);
        var whites = batch[.., 0, 0, 8].gt(0).sum(1).data<long>().ToArray();

        Assert.That(whites.Distinct().Order(), Is.EqualTo(Enumerable.Range(0, 17).Select(white => (long)white)));
    }

    [Test]
    public async Task A_second_run_reads_the_cache_and_mends_what_was_cut_off()
    {
        var (source, cache) = (Path.Join(TestFiles.NewFolder(), "video.mkv"), TestFiles.NewFolder());
        File.Copy(TestFiles.Brightening(5), source);
        float[] first, second;
        using (var library = await VideoLibrary.OpenAsync([Entry(source)], Small, cache))
            first = Pixels(library);
        var raw = Directory.GetFiles(cache, "*.raw").Single();
        var written = File.GetLastWriteTimeUtc(raw);
        using (var library = await VideoLibrary.OpenAsync([Entry(source)], Small, cache))
            second = Pixels(library);
        Assert.That(second, Is.EqualTo(first));
        Assert.That(File.GetLastWriteTimeUtc(raw), Is.EqualTo(written));

        using (var stream = File.OpenWrite(raw))
            stream.SetLength(stream.Length / 2);
        using (var library = await VideoLibrary.OpenAsync([Entry(source)], Small, cache))
            second = Pixels(library);
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Directory.GetFiles(cache), Has.Length.EqualTo(2));

        static float[] Pixels(VideoLibrary library)
        {
            using var batch = library.Draw(1, 1, 2, 5);
            return batch.data<float>().ToArray();
        }
    }

    [Test]
    public async Task What_a_killed_run_has_left_half_written_is_deleted_and_what_another_one_writes_is_not()
    {
        var cache = TestFiles.NewFolder();
        var (left, locked, young) = (Part("left", days: 2), Part("locked", days: 2), Part("young", days: 0));

        using (new FileStream(locked, FileMode.Open, FileAccess.Write, FileShare.None))
            (await VideoLibrary.OpenAsync([Entry(TestFiles.HalfWhite)], Small, cache)).Dispose();

        Assert.That((File.Exists(left), File.Exists(locked), File.Exists(young)), Is.EqualTo((false, true, true)));

        string Part(string name, int days)
        {
            var path = TestFiles.Text($"key.raw.{name}.part", "half", cache);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromDays(days));
            return path;
        }
    }

    [Test]
    public async Task Bad_files_are_listed_and_skipped_up_to_the_limit()
    {
        string[] files =
            [TestFiles.Brightening(5), TestFiles.Text("broken.mp4", "no video"), Path.Join(TestFiles.Folder, "absent.mp4"), TestFiles.Rising(2)];

        using var library = await OpenAsync(Small with { BadFilesLimit = 2 }, files);

        Assert.That(library.Count, Is.EqualTo(1));
        Assert.That(library.BadFiles.Select(file => file.Entry.File), Is.EqualTo(files[1..3]));
        Assert.That(
            async () => await OpenAsync(Small with { BadFilesLimit = 1 }, files),
            Throws.TypeOf<DatasetException>().With.Message.Contains("1 bad files are allowed").And.Message.Contains("absent.mp4"));
        Assert.That(
            async () => await OpenAsync(Small, TestFiles.Rising(2)), Throws.TypeOf<DatasetException>().With.Message.Contains("has no pictures"));
    }

    [Test]
    public async Task Progress_reaches_the_total_and_cancellation_stops()
    {
        var reports = new List<LibraryProgress>();
        using var library = await VideoLibrary.OpenAsync(
            [Entry(TestFiles.Brightening(5)), Entry(TestFiles.HalfWhite)], Small, TestFiles.NewFolder(), new Collected(reports));

        Assert.That(reports.Select(report => report.Done).Max(), Is.EqualTo(2));
        Assert.That(
            async () => await VideoLibrary.OpenAsync(
                [Entry(TestFiles.Brightening(5))], Small, TestFiles.NewFolder(), progress: null, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Drawing_keeps_no_tensors()
    {
        using var library = await OpenAsync(Small, TestFiles.Brightening(5));
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        library.Draw(1, 1, 2, 5).Dispose();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Options_out_of_their_ranges_are_refused()
    {
        foreach (var options in new[]
        {
            Small with { Size = new FrameSize(0, 4) }, Small with { Margin = 0.5 }, Small with { Margin = double.NaN },
            Small with { FrameRates = [] }, Small with { FrameRates = [-1] },
            Small with { HeldOut = Share.Whole }, Small with { HeldOutFrames = 0 }, Small with { BadFilesLimit = -1 },
        })
        {
            Assert.That(async () => await OpenAsync(options, TestFiles.Brightening(5)), Throws.InstanceOf<ArgumentException>(), options.ToString());
        }
    }

    private sealed class Collected(List<LibraryProgress> reports) : IProgress<LibraryProgress>
    {
        public void Report(LibraryProgress value)
        {
            lock (reports)
                reports.Add(value);
        }
    }
}
