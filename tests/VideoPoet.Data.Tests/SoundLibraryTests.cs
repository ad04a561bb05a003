using VideoPoet.Data;

namespace VideoPoet.Tests;

public sealed class SoundLibraryTests
{
    private static DatasetEntry Entry(string file) => new(file, null, TimeSpan.Zero, null, file);

    private static Task<SoundLibrary> OpenAsync(SoundLibraryOptions options, params string[] files) =>
        SoundLibrary.OpenAsync([.. files.Select(Entry)], options, TestFiles.NewFolder());

    [Test]
    public async Task A_batch_has_consecutive_samples_of_the_sources()
    {
        using var library = await OpenAsync(new() { HeldOut = new(0) }, TestFiles.Rising(4));
        using var batch = library.Draw(1, 2, 3, 1000);
        var samples = batch[1, 0].data<float>().ToArray();

        Assert.That(batch.shape, Is.EqualTo(new long[] { 3, 1, 1000 }));
        // Half the range in 64,000 samples; 16-bit samples are 1/32,767 apart.
        Assert.That(samples[999] - samples[0], Is.EqualTo(0.5 * 999 / 64_000).Within(1e-4));
        Assert.That(library.Duration.TotalSeconds, Is.EqualTo(4));
    }

    [Test]
    public async Task A_draw_depends_on_nothing_but_its_arguments()
    {
        using var library = await OpenAsync(new() { GainRangeDb = 20 }, TestFiles.Rising(4), TestFiles.Rising(8));
        using var first = library.Draw(7, 100, 8, 500);
        using var other = library.Draw(8, 100, 8, 500);
        using var again = library.Draw(7, 100, 8, 500);

        Assert.That(again.data<float>().ToArray(), Is.EqualTo(first.data<float>().ToArray()));
        Assert.That(other.data<float>().ToArray(), Is.Not.EqualTo(first.data<float>().ToArray()));
    }

    [Test]
    public async Task Windows_are_played_faster_and_slower_within_the_range_of_speeds()
    {
        using var library = await OpenAsync(new() { HeldOut = new(0), SpeedRange = 2 }, TestFiles.Rising(4));
        using var batch = library.Draw(1, 2, 200, 1000);
        // The source rises by as much with every sample, so that a window's rise says how fast it was played.
        var speeds = batch.select(2, 999).sub(batch.select(2, 0)).mul(64_000 / (0.5 * 999)).flatten().data<float>().ToArray();

        Assert.That(speeds, Is.All.InRange(0.49, 2.01));
        Assert.That(speeds.Count(speed => speed < 1), Is.InRange(70, 130), "as often slower as faster");
        Assert.That(speeds.Min(), Is.LessThan(0.55));
        Assert.That(speeds.Max(), Is.GreaterThan(1.8));
    }

    [Test]
    public void A_tone_that_is_played_faster_is_the_higher_tone()
    {
        float[] Tone(double frequency, int count) => [.. Enumerable.Range(0, count).Select(i => (float)Math.Sin(2 * Math.PI * frequency * i / 16_000))];
        var played = new float[500];

        PlaybackSpeed.Play(Tone(400, PlaybackSpeed.Needed(500, 1.5)), 1.5, played);

        Assert.That(played, Is.EqualTo(Tone(600, 500)).Within(0.003));
    }

    [Test]
    public async Task Of_few_files_the_ends_are_held_out()
    {
        using var library = await OpenAsync(new() { HeldOut = new(0.25) }, TestFiles.Rising(8), TestFiles.Rising(2));
        var loudest = 0f;
        for (var step = 0; step < 100; step++)
        {
            using var batch = library.Draw(0, step, 4, 8000);
            loudest = Math.Max(loudest, batch.max().item<float>());
        }
        var heldOut = library.HeldOut(10);

        // The ends of 2 s would be half a second, too short to hold out.
        Assert.That(heldOut.Select(window => window.Source), Is.EqualTo(new[] { "rising8.wav" }));
        Assert.That(heldOut[0].Sound.Samples.Length, Is.EqualTo(2 * 16_000));
        Assert.That(heldOut[0].Sound.Samples.Span[0], Is.EqualTo(0.375).Within(1e-4));
        Assert.That(loudest, Is.GreaterThan(0.45), "the shorter file is trained on to its end");
    }

    [Test]
    public async Task Of_many_files_whole_ones_are_held_out()
    {
        var folder = TestFiles.NewFolder();
        for (var i = 0; i < 20; i++)
            File.Copy(TestFiles.Rising(2), Path.Join(folder, $"{i}.wav"));
        var options = new SoundLibraryOptions { HeldOut = new(0.2) };
        using var library = await SoundLibrary.OpenAsync(DatasetManifest.Read(folder), options, TestFiles.NewFolder());
        using var again = await SoundLibrary.OpenAsync([.. DatasetManifest.Read(folder).Reverse()], options, TestFiles.NewFolder());

        Assert.That(library.HeldOut(20).Select(window => window.Sound.Samples.Length), Is.EqualTo(new[] { 32_000, 32_000, 32_000, 32_000 }));
        Assert.That(
            again.HeldOut(20).Select(window => window.Source), Is.EquivalentTo(library.HeldOut(20).Select(window => window.Source)),
            "the names decide, not their order");
    }

    [Test]
    public async Task A_source_shorter_than_a_window_is_followed_by_silence()
    {
        using var library = await OpenAsync(new(), TestFiles.Rising(2));
        using var batch = library.Draw(0, 0, 1, 40_000);
        var samples = batch.data<float>().ToArray();

        Assert.That(samples[31_999], Is.EqualTo(0.5).Within(1e-3));
        Assert.That(samples[32_000..], Has.All.Zero);
    }

    [Test]
    public async Task Peaks_reach_the_whole_range_and_gains_stay_within_theirs()
    {
        using var library = await OpenAsync(new() { PeakNormalize = true, GainRangeDb = 20, HeldOut = new(0) }, TestFiles.Rising(2));
        using var batch = library.Draw(0, 0, 200, 32_000);
        var peaks = batch.amax(2).data<float>().ToArray();

        Assert.That(peaks, Has.All.InRange(0.0999f, 1.0001f));
        Assert.That((peaks.Min(), peaks.Max()), Is.EqualTo((0.1f, 1f)).Using<(float Low, float High)>(
            (actual, _) => actual is { Low: < 0.12f, High: > 0.9f }));
    }

    [Test]
    public async Task Files_without_sound_are_left_out_and_bad_ones_listed()
    {
        var broken = TestFiles.Text("broken.wav", "no sound");
        using var library = await OpenAsync(new() { BadFilesLimit = 1 }, TestFiles.Rising(2), TestFiles.Brightening(5), broken);

        Assert.That(library.Count, Is.EqualTo(1));
        Assert.That(library.BadFiles.Select(file => file.Entry.File), Is.EqualTo(new[] { broken }));
        Assert.That(
            async () => await OpenAsync(new(), TestFiles.Brightening(5)), Throws.TypeOf<DatasetException>().With.Message.Contains("has no sound"));
        Assert.That(async () => await OpenAsync(new() { GainRangeDb = -1 }, TestFiles.Rising(2)), Throws.InstanceOf<ArgumentException>());
    }
}
