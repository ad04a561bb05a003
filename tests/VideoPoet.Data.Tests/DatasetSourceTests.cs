using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Discovery;
using VideoPoet.Models.Magvit2;
using VideoPoet.Sources.Toybox;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

public sealed class DatasetSourceTests
{
    private static readonly TokenizingOptions OneEach = new() { EntriesPerShard = 1 };

    private static readonly DataSourceCatalog Sources = new(
    [
        new RegisteredDataSource("fragile", new Fragile()),
        new RegisteredDataSource("toybox", new ToyboxSource()),
    ]);

    // 18 frames are two windows of nine.
    private static IReadOnlyList<DatasetEntry> Toys => DatasetSource.Read("toybox:clips=3,seed=2,frames=18", Sources);

    [Test]
    public void The_plugin_exports_its_source() =>
        Assert.That(
            PluginDiscovery.Discover(new() { Assemblies = [typeof(ToyboxSource).Assembly] }).Sources.Names, Is.EqualTo(new[] { "toybox" }));

    [Test]
    public void Files_are_read_as_ever()
    {
        var folder = Path.GetDirectoryName(TestFiles.HalfWhite)!;
        Assert.That(DatasetSource.Read(folder, Sources), Is.EqualTo(DatasetManifest.Read(folder)));
        Assert.That(
            () => DatasetSource.Read("/nowhere/clips.jsonl", Sources), Throws.TypeOf<DatasetException>().With.Message.Contains("does not exist"));
    }

    [Test]
    public void Several_datasets_are_one_with_all_their_entries_in_order()
    {
        var folder = Path.GetDirectoryName(TestFiles.HalfWhite)!;
        Assert.That(
            DatasetSource.Read($"toybox:clips=3,seed=2,frames=18 + {folder}", Sources).Select(entry => entry.Name),
            Is.EqualTo(Toys.Concat(DatasetManifest.Read(folder)).Select(entry => entry.Name)));
    }

    [TestCase("toybox:clips=1 + ", "names nothing on one side of ' + '")]
    [TestCase("toybox:clips=2 + toybox:clips=3", "twice. Give datasets whose files have different names.")]
    [TestCase("toybx:clips=3", "unknown data source 'toybx'. Did you mean 'toybox'?")]
    [TestCase("toybox:clip=3", "unknown option 'clip'. Did you mean 'clips'?")]
    [TestCase("toybox:split=tain", "must be one of train, held-out, all, found 'tain'")]
    public void A_mistake_in_a_source_is_told_with_what_would_be_right(string text, string said) =>
        Assert.That(
            () => DatasetSource.Read(text, Sources), Throws.TypeOf<DatasetException>().With.Message.StartsWith(text).And.Message.Contains(said));

    [Test]
    public async Task Clips_of_a_source_are_tokenized_as_files_are()
    {
        var folder = TestFiles.NewFolder();
        var result = await Tokens.RunAsync(folder, OneEach, Toys);
        using var dataset = TokenizedDataset.Open(folder);
        dataset.Verify();

        Assert.That((dataset.Count("tiny-9"), result.BadFiles.Count, result.IsComplete), Is.EqualTo((6, 0, true)));
        var window = dataset.Window(dataset.Formats[0], 3);
        Assert.That(
            (window.Entry.Name, window.Entry.Caption, window.Start.TotalSeconds, window.HasSound, window.HasText),
            Is.EqualTo((Toys[1].Name, Toys[1].Caption, 1.125, true, true)));
        Assert.That(window.Entry.Name, Is.EqualTo("toybox/2/train/mixed/every-style/000001"));
        var made = Toys[1].Made!;
        Assert.That(window.Entry.Hash, Is.EqualTo(made.Clips.Describe(1).Hash));

        using var tokenizers = Tokens.Tokenizers();
        var frames = made.Clips.ReadFrames(1, 16, 24, VideoFormat.FramesPerSecond);
        using var pixels = PixelTensors.ToTensor(new PixelFrames(frames.Pixels[(frames.Pixels.Length / 2)..], 24, 16));
        using var ids = tokenizers.Video.Encode(pixels);
        var layout = MixturePlanOf("frame-prediction");
        Assert.That(window.Codes(layout)[^1], Is.EqualTo(ids.data<long>().ToArray().Select(id => (int)id)));
    }

    [Test]
    public async Task Any_number_of_workers_and_machines_and_an_interruption_make_the_same_files()
    {
        var (one, other) = (TestFiles.NewFolder(), TestFiles.NewFolder());
        await Tokens.RunAsync(one, OneEach with { Workers = 1 }, Toys);
        await Tokens.RunAsync(other, OneEach with { Part = new(1, 2) }, Toys);
        var rest = await Tokens.RunAsync(other, OneEach with { Workers = 3 }, Toys);
        Assert.That((rest.FinishedBefore, rest.IsComplete), Is.EqualTo((2, true)));
        Assert.That(Tokens.Content(other), Is.EqualTo(Tokens.Content(one)));

        Assert.That(
            async () => await Tokens.RunAsync(one, OneEach, DatasetSource.Read("toybox:clips=3,seed=3,frames=18", Sources)),
            Throws.TypeOf<DatasetException>().With.Message.Contains("holds another dataset"));
    }

    [Test]
    public async Task A_clip_that_cannot_be_made_is_a_bad_entry()
    {
        var folder = TestFiles.NewFolder();
        var clips = DatasetSource.Read("fragile:", Sources);
        var result = await Tokens.RunAsync(
            folder, OneEach with { BadFilesLimit = 3 }, clips, "  unconditional-image: { data: clips, formats: tiny-image }");

        Assert.That(result.BadFiles.Select(bad => bad.Name), Is.EqualTo(new[] { "fragile/1", "fragile/2" }));
        Assert.That(result.BadFiles[0].Reason, Does.Contain("cannot be made: out of colours"));
        Assert.That(result.BadFiles[1].Reason, Does.Contain("gave 3 frames of 16×24 where 2 of 16×24 were asked for"));
    }

    [Test]
    public async Task A_library_draws_windows_of_clips_and_holds_whole_ones_out()
    {
        var clips = DatasetSource.Read("toybox:clips=20,frames=9", Sources);
        using var library = await VideoLibrary.OpenAsync(
            clips, new() { Size = new(16, 16), FrameRates = [8, 16], HeldOut = new(0.3), HeldOutFrames = 5 }, TestFiles.NewFolder());
        using var batch = library.Draw(seed: 1, step: 2, batch: 4, frames: 17);

        Assert.That(batch.shape, Is.EqualTo(new long[] { 4, 3, 17, 16, 16 }), "18 frames at 16 a second");
        var heldOut = library.HeldOut(frames: 9, limit: 100);
        Assert.That(heldOut.Select(window => window.Source).Distinct().Count(), Is.EqualTo(6));
        var first = clips.Single(clip => clip.Name == heldOut[0].Source).Made!;
        Assert.That(heldOut[0].Frames.SameAs(first.Clips.ReadFrames(first.Index, 16, 16, 8)), Is.True);
    }

    [Test]
    public async Task A_library_of_sounds_takes_the_clips_sounds()
    {
        using var library = await SoundLibrary.OpenAsync(
            DatasetSource.Read("toybox:clips=4,frames=16", Sources), new() { HeldOut = new(0) }, TestFiles.NewFolder());
        Assert.That((library.Count, library.Duration), Is.EqualTo((4, TimeSpan.FromSeconds(8))));
    }

    private static SequenceLayout MixturePlanOf(string task) =>
        MixturePlan.Create(Tokens.Mixture(), Tokens.Catalog, Tokens.Model.CreateVocabulary()).Stages.Single().Variants
            .First(variant => variant.Task == task).Layout;

    /// <summary>Of its three clips the second fails and the third is longer than it says.</summary>
    private sealed class Fragile : IDataSource, IClipList
    {
        public ValueList<string> Options => [];

        public int Count => 3;

        public IClipList Open(TaskParameters options) => this;

        public SourceClip Describe(int index) => new($"{index}", "a clip", $"clip {index}", TimeSpan.FromSeconds(0.25), HasSound: false);

        public PixelFrames ReadFrames(int index, int width, int height, double framesPerSecond) => index == 1
            ? throw new InvalidOperationException("out of colours.")
            : new(new byte[(index == 2 ? 3 : 2) * width * height * 3], height, width);

        public Waveform? ReadSound(int index) => null;
    }
}
