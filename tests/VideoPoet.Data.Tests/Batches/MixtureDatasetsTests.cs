using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Specs;

namespace VideoPoet.Tests.Batches;

public sealed class MixtureDatasetsTests
{
    private const string Tasks = """
          text-to-image: { data: pictures, formats: tiny-image }
          inpainting:    { data: clips, formats: tiny-9, parameters: { mask: central } }
          video-to-audio: { data: clips, formats: tiny-9 }
        """;

    private const string Data = "  pictures: { shards: pictures }\n  clips: { shards: clips }";

    private static MixturePlan Plan(string tasks = Tasks, string data = Data) =>
        MixturePlan.Create(Tokens.Mixture(tasks, data), Tokens.Catalog, PaperMixture.Vocabulary);

    private static string Write(
        MixturePlan plan, int entries = 10, int windows = 2, Func<int, bool>? hasCaption = null, Func<int, bool>? hasSound = null)
    {
        var folder = TestFiles.NewFolder();
        new SyntheticTokens(PaperMixture.Vocabulary).Write(plan, folder, entries, windows, entriesPerShard: 4, hasCaption, hasSound);
        return folder;
    }

    private static IReadOnlyDictionary<string, string> FlowDepth(char weights) =>
        new Dictionary<string, string> { ["flow-depth"] = new string(weights, 64) };

    private static string Refusal(MixturePlan plan, string folder, TokenizerFingerprints? expected = null) =>
        Assert.Throws<DatasetException>(() => MixtureDatasets.Open(plan, folder, expected).Dispose())!.Message;

    [Test]
    public void Forms_that_need_the_same_of_one_source_share_its_windows()
    {
        using var datasets = PaperMixture.Open();
        var variants = PaperMixture.Plan.Stages.SelectMany(stage => stage.Variants).ToArray();
        MixtureStream Of(string entry, bool text = false) =>
            datasets.StreamOf(variants.First(variant => variant.Entry == entry && variant.Layout.Text is not null == text));

        Assert.That(Of("unconditional-video"), Is.SameAs(Of("frame-prediction")));
        Assert.That(Of("audio-to-video"), Is.SameAs(Of("video-to-audio")));
        Assert.That(Of("text-to-video", text: true), Is.Not.SameAs(Of("text-to-video")));
        // Every third entry has no caption and every second has sound; two windows each, of which one file in twenty is held out.
        Assert.That((Of("text-to-video").Training.Count, Of("text-to-video").HeldOut.Count), Is.EqualTo((114, 6)));
        Assert.That(Of("text-to-video", text: true).Training.Count + Of("text-to-video", text: true).HeldOut.Count, Is.EqualTo(80));
        Assert.That(Of("audio-to-video").Training.Count + Of("audio-to-video").HeldOut.Count, Is.EqualTo(60));
        Assert.That(datasets.Streams.Select(stream => stream.HeldOut.Count), Has.All.Positive);
        Assert.That(datasets.TextWidth, Is.EqualTo(8));
        Assert.That(datasets.Tokenizers, Is.EqualTo(SyntheticTokens.Tokenizers));
    }

    [Test]
    public void Everything_that_is_missing_is_said_at_once_with_task_format_source_and_remedy()
    {
        var written = Plan("  text-to-image: { data: clips, formats: tiny-image }\n  video-to-audio: { data: clips, formats: tiny-9 }");
        var folder = Write(written, hasCaption: _ => false, hasSound: _ => false);
        var asked = Plan("""
              text-to-image: { data: clips, formats: tiny-image }
              text-to-video: { data: clips, formats: square-17 }
              inpainting:    { data: clips, formats: tiny-9, parameters: { mask: central } }
              video-to-audio: { data: clips, formats: tiny-9 }
              unconditional-image: { data: pictures, formats: tiny-image }
            """);

        var message = Refusal(asked, folder);

        Assert.That(message, Does.Contain("5 problems"));
        foreach (var (task, problem) in new[]
        {
            ("'text-to-image' in 'tiny-image'", "no window that is taken has an embedded caption. Tokenize it again"),
            ("'text-to-video' in 'square-17'", "it was tokenized in tiny-9 (16×24, 9 frames), tiny-image"),
            ("'inpainting' in 'tiny-9'", "it has no tokens of 'views/masked-video mask=central side=inside'. Tokenize it again"),
            ("'video-to-audio' in 'tiny-9'", "no window that is taken has sound. Tokenize it again"),
        })
        {
            Assert.That(message, Does.Contain($"{task} cannot be made from 'clips': {problem}"));
        }
        Assert.That(message, Does.Contain("'pictures': holds no tokenized dataset").And.Contain("'unconditional-image' draw from it"));
    }

    [Test]
    public void Other_tokenizers_and_another_vocabulary_are_refused()
    {
        var folder = Write(Plan());
        var others = MixturePlan.Create(Tokens.Mixture(Tasks, Data), Tokens.Catalog, new UnifiedVocabulary(128, 2, 8));

        Assert.That(
            Refusal(Plan(), folder, SyntheticTokens.Tokenizers with { Video = new string('0', 64) }),
            Does.Contain("the data source 'clips': it was made by the video tokenizer").And.Contain("the data source 'pictures'"));
        Assert.That(
            Refusal(others, folder),
            Does.Contain("it has 64 visual codes, and the model 128").And.Contain("it has 2 levels of 16 audio codes, and the model 2 of 8"));
    }

    [TestCase('a', 'a', false)]
    [TestCase('a', 'b', true)]
    // Made before the weights of views were noted.
    [TestCase('a', null, false)]
    public void Datasets_whose_views_were_made_with_different_weights_are_not_mixed(char one, char? other, bool isRefused)
    {
        const string Stylized = "  stylization: { data: clips, formats: tiny-9 }";
        const string Others = "  others: { task: stylization, data: others, formats: tiny-9 }";
        var folder = TestFiles.NewFolder();
        void Make(string tasks, string source, char? weights) => new SyntheticTokens(PaperMixture.Vocabulary)
        {
            Views = weights is { } known ? FlowDepth(known) : null,
        }.Write(Plan(tasks, $"  {source}: {{ shards: {source} }}"), folder, entries: 4);
        Make(Stylized, "clips", one);
        Make(Others, "others", other);
        var plan = Plan($"{Stylized}\n{Others}", "  clips: { shards: clips }\n  others: { shards: others }");

        if (isRefused)
        {
            Assert.That(
                Refusal(plan, folder),
                Does.Contain("unlike the other datasets, it was made by the view 'flow-depth' bbbbbbbbbbbb…, and aaaaaaaaaaaa… is expected; tokenize again"));
            return;
        }
        using var datasets = MixtureDatasets.Open(plan, folder, SyntheticTokens.Tokenizers with { Views = FlowDepth(one) });
        Assert.That(datasets.Tokenizers.Views, Is.EqualTo(FlowDepth(one)));
    }

    [Test]
    public void A_dataset_whose_view_was_made_with_other_weights_than_are_at_hand_is_refused()
    {
        var plan = Plan("  stylization: { data: clips, formats: tiny-9 }", "  clips: { shards: clips }");
        var folder = TestFiles.NewFolder();
        new SyntheticTokens(PaperMixture.Vocabulary) { Views = FlowDepth('a') }.Write(plan, folder, entries: 4);

        Assert.That(
            Refusal(plan, folder, SyntheticTokens.Tokenizers with { Views = FlowDepth('b') }),
            Does.Contain("the data source 'clips': it was made by the view 'flow-depth' aaaaaaaaaaaa…, and bbbbbbbbbbbb… is expected"));
    }

    [Test]
    public void A_shard_that_is_cut_off_or_gone_is_said_before_the_run()
    {
        var folder = Write(Plan());
        var shard = Directory.GetFiles(Path.Join(folder, "clips"), "shard-*").Order().Last();
        using (var stream = File.OpenWrite(shard))
            stream.SetLength(stream.Length / 2);
        File.Delete(Directory.GetFiles(Path.Join(folder, "pictures"), "shard-*").Order().First());

        Assert.That(
            Refusal(Plan(), folder),
            Does.Contain(Path.GetFileName(shard)).And.Contain("is no shard that can be read").And.Contain("the data source 'pictures'")
                .And.Contain("is missing. Run tokenize again"));
    }

    [Test]
    public void A_share_of_the_files_is_taken_and_it_is_always_the_same()
    {
        var folder = Write(Plan(), entries: 40);
        int[] Taken(string share)
        {
            var plan = Plan(data: Data.Replace("{ shards: clips }", $"{{ shards: clips, take: {share} }}", StringComparison.Ordinal));
            using var datasets = MixtureDatasets.Open(plan, folder);
            var stream = datasets.Streams.First(stream => stream.Source.Shards == "clips");
            return [.. stream.Training.Concat(stream.HeldOut).Order()];
        }

        var fifth = Taken("20%");
        Assert.That(fifth, Has.Length.EqualTo(16));
        Assert.That(Taken("20.0%"), Is.EqualTo(fifth));
        Assert.That(fifth, Is.SubsetOf(Taken("50%")));
        Assert.That(Taken("100%"), Has.Length.EqualTo(80));
        Assert.That(Taken("1%"), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_file_is_held_out_of_every_task_or_of_none()
    {
        using var datasets = PaperMixture.Open(new HeldOut { Share = new(0.2) });
        foreach (var source in datasets.Streams.GroupBy(stream => stream.Source))
        {
            HashSet<string> Files(Func<MixtureStream, IReadOnlyList<int>> part) =>
                [.. source.SelectMany(stream => part(stream).Select(number => stream.Window(number).Entry.Hash))];
            Assert.That(Files(stream => stream.Training).Intersect(Files(stream => stream.HeldOut)), Is.Empty);
        }
    }

    [Test]
    public void Of_a_single_file_the_end_is_held_out_and_of_a_single_window_nothing()
    {
        var plan = Plan("  unconditional-video: { data: clips, formats: tiny-9 }", "  clips: { shards: clips }");
        using var film = MixtureDatasets.Open(plan, Write(plan, entries: 1, windows: 40));
        using var clip = MixtureDatasets.Open(plan, Write(plan, entries: 1, windows: 1));
        using var none = MixtureDatasets.Open(plan, Write(plan, entries: 30, windows: 1), heldOut: new() { Share = new(0) });

        Assert.That(film.Streams.Single().Training, Is.EqualTo(Enumerable.Range(0, 38)));
        Assert.That(film.Streams.Single().HeldOut, Is.EqualTo(new[] { 38, 39 }));
        Assert.That((clip.Streams.Single().Training.Count, clip.Streams.Single().HeldOut.Count), Is.EqualTo((1, 0)));
        Assert.That((none.Streams.Single().Training.Count, none.Streams.Single().HeldOut.Count), Is.EqualTo((30, 0)));
    }

    [Test]
    public void Every_task_keeps_something_to_be_trained_on()
    {
        // Each of the small kinds holds out a file, and together they would take all of the large one.
        var format = new VideoFormat("tiny", 16, 16, 9);
        IReadOnlyList<WindowPlace> Windows(params string[] files) =>
            [.. files.Select((file, number) => new WindowPlace(number, file, TimeSpan.Zero))];
        IReadOnlyList<WindowPlace>[] kinds = [Windows("a", "x"), Windows("b", "y"), Windows("a", "b")];
        var split = new HeldOutFiles(kinds.Select(windows => (format, windows)), new());

        Assert.That(kinds.Select(windows => windows.Any(window => split.IsTraining(window, format))), Has.All.True);
        Assert.That(kinds[0].Count(split.IsHeldOut), Is.EqualTo(1));
    }

    [Test]
    public void The_fingerprint_changes_with_data_and_how_it_is_drawn_and_with_what_is_held_out()
    {
        var folder = Write(Plan());
        var balanced = Plan(data: Data.Replace("{ shards: clips }", "{ shards: clips, balance: files }", StringComparison.Ordinal));
        string Of(string from, HeldOut? heldOut = null, MixturePlan? plan = null)
        {
            using var datasets = MixtureDatasets.Open(plan ?? Plan(), from, heldOut: heldOut);
            return datasets.Fingerprint;
        }

        Assert.That(Of(folder), Is.EqualTo(Of(Write(Plan()))));
        Assert.That(Of(folder), Is.Not.EqualTo(Of(Write(Plan(), entries: 11))));
        Assert.That(Of(folder), Is.Not.EqualTo(Of(folder, new() { MostFiles = 1 })));
        Assert.That(Of(folder), Is.Not.EqualTo(Of(folder, plan: balanced)));
    }

    [Test]
    public void The_fingerprint_does_not_depend_on_how_a_machine_writes_numbers()
    {
        var folder = Write(Plan());
        var (culture, withComma) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        withComma.NumberFormat.NumberDecimalSeparator = ",";
        using var here = MixtureDatasets.Open(Plan(), folder);
        CultureInfo.CurrentCulture = withComma;
        try
        {
            using var elsewhere = MixtureDatasets.Open(Plan(), folder);
            Assert.That(elsewhere.Fingerprint, Is.EqualTo(here.Fingerprint));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
