using System.Text.Json.Nodes;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Media;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.SoundStream;
using VideoPoet.Specs;

namespace VideoPoet.Tests;

public sealed class DatasetTokenizerTests
{
    private static readonly TokenizingOptions OneEach = new() { EntriesPerShard = 1 };

    // With its caption, where the task has one.
    private static MixtureVariant Variant(string task) =>
        MixturePlan.Create(Tokens.Mixture(), Tokens.Catalog, Tokens.Model.CreateVocabulary()).Stages.Single().Variants
            .Where(variant => variant.Task == task).MaxBy(variant => variant.Layout.Text is not null)!;

    [Test]
    public async Task Every_window_of_every_entry_is_there_with_where_it_comes_from()
    {
        var folder = TestFiles.NewFolder();
        var result = await Tokens.RunAsync(folder, OneEach);
        using var dataset = TokenizedDataset.Open(folder);
        dataset.Verify();
        var (video, image) = (dataset.Formats[0], dataset.Formats[1]);

        // 24 frames are two windows of nine, 19 are two; images are taken each second: 3, 3 and the image itself.
        Assert.That((dataset.Count("tiny-9"), dataset.Count("tiny-image")), Is.EqualTo((4, 7)));
        Assert.That(result.Windows, Is.EqualTo(new Dictionary<string, long> { ["tiny-9"] = 4, ["tiny-image"] = 7 }));
        Assert.That(result.IsComplete, Is.True);
        Assert.That(
            Enumerable.Range(0, 4).Select(index => dataset.Window(video, index))
                .Select(window => (window.Entry.Name, window.Entry.Caption, window.Start.TotalSeconds, window.HasSound, window.HasText)),
            Is.EqualTo(new[]
            {
                ("loud.mkv", "a test picture", 0.0, true, true), ("loud.mkv", "a test picture", 1.125, true, true),
                ("silent.mkv", "a test picture", 0.0, false, true), ("silent.mkv", "a test picture", 1.125, false, true),
            }));
        Assert.That(dataset.Window(image, 6).Entry, Is.EqualTo(new TokenizedEntry("half.png", null, dataset.Window(image, 6).Entry.Hash, null)));
        Assert.That(dataset.Window(image, 6).Entry.Hash, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public async Task Codes_are_those_of_the_window_encoded_alone_and_leading_parts_are_their_slices()
    {
        var folder = await Tokens.Folder;
        using var dataset = TokenizedDataset.Open(folder);
        using var tokenizers = Tokens.Tokenizers();
        var window = dataset.Window(dataset.Formats[0], 1);
        using var clip = await MediaReader.ReadAsync(
            Tokens.Entries[0].File, MediaReadOptions.For(window.Format) with { Start = window.Start, Ending = Ending.Hold });
        using var pixels = PixelTensors.ToTensor(clip.Video!.Frames);
        using var ids = tokenizers.Video.Encode(pixels);
        var video = ids.data<long>().ToArray().Select(id => (int)id).ToArray();
        var inpainting = Variant("inpainting").Layout;
        var masked = Tokens.Catalog.Apply(
            inpainting.Segments.OfType<VisualSegment>().First(segment => !segment.IsOutput).View, new() { Frames = clip.Video.Frames });
        using var maskedPixels = PixelTensors.ToTensor(masked.Frames!);
        using var maskedIds = tokenizers.Video.Encode(maskedPixels);

        Assert.That(window.Codes(Variant("text-to-video").Layout), Is.EqualTo(new[] { video }));
        Assert.That(window.Codes(Variant("frame-prediction").Layout)[^1], Is.EqualTo(video));
        Assert.That(
            window.Codes(inpainting),
            Is.EqualTo(new[] { maskedIds.data<long>().ToArray().Select(id => (int)id).ToArray(), video }));
    }

    [Test]
    public async Task Every_sequence_of_the_mixture_is_assembled_and_says_what_a_window_lacks()
    {
        var folder = await Tokens.Folder;
        using var dataset = TokenizedDataset.Open(folder);
        var variants = MixturePlan.Create(Tokens.Mixture(), Tokens.Catalog, Tokens.Model.CreateVocabulary()).Stages.Single().Variants.ToArray();
        var (video, image) = (dataset.Formats[0], dataset.Formats[1]);

        foreach (var variant in variants)
        {
            var window = dataset.Window(variant.Format, 0);
            Assert.That(window.Has(variant.Layout), Is.True, variant.Task);
            var ids = variant.Layout.Assemble(window.Codes(variant.Layout));
            Assert.That(variant.Layout.Parse(ids), Is.EqualTo(window.Codes(variant.Layout)));
        }
        var sound = Variant("video-to-audio").Layout;
        Assert.That(dataset.Window(video, 2).Has(sound), Is.False);
        Assert.That(
            () => dataset.Window(video, 2).Codes(sound), Throws.TypeOf<DatasetException>().With.Message.Contains("lacks what the sequence"));
        Assert.That(dataset.Window(image, 6).Has(Variant("text-to-image").Layout), Is.False);
        Assert.That(() => dataset.Window(image, 6).Embedding(), Throws.InvalidOperationException);
        Assert.That(() => dataset.Window(image, 7), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task Sound_codes_of_leading_frames_are_the_first_of_each_level()
    {
        var folder = await Tokens.Folder;
        using var dataset = TokenizedDataset.Open(folder);
        using var tokenizers = Tokens.Tokenizers();
        var window = dataset.Window(dataset.Formats[0], 0);
        using var sound = await MediaReader.ReadSoundAsync(Tokens.Entries[0].File, new() { Duration = window.Format.Duration });
        using var samples = tensor(sound.Samples.ToArray(), [1, 1, sound.Samples.Length]);
        using var whole = tokenizers.Audio.Encode(samples);
        using var beginning = samples.narrow(2, 0, 10_000);
        using var leading = tokenizers.Audio.Encode(beginning);
        var continuation = Variant("audio-video-continuation").Layout;
        var given = continuation.Segments.OfType<AudioSegment>().First(segment => !segment.IsOutput);

        Assert.That(window.Codes(Variant("video-to-audio").Layout)[^1], Is.EqualTo(LevelMajor.Flatten(whole.squeeze(0))));
        Assert.That(given.Shape, Is.EqualTo(new AudioShape(4, 6)), "the sound of one leading frame");
        Assert.That(
            window.Codes(continuation)[continuation.CodeSegments.ToList().IndexOf(given)],
            Is.EqualTo(LevelMajor.Flatten(leading.squeeze(0).narrow(1, 0, 6))));
    }

    [Test]
    public async Task Embeddings_are_those_of_the_caption_to_half_precision()
    {
        var folder = await Tokens.Folder;
        using var dataset = TokenizedDataset.Open(folder);
        using var tokenizers = Tokens.Tokenizers();
        using var expected = tokenizers.Text.Encode("a test picture");
        using var found = dataset.Window(dataset.Formats[0], 3).Embedding();
        using var difference = found.sub(expected).abs().div(expected.abs().add(1e-3));

        Assert.That(found.shape, Is.EqualTo(expected.shape));
        // Eleven bits.
        Assert.That(difference.max().item<float>(), Is.LessThan(1f / 2048));
    }

    [Test]
    public async Task Workers_and_machines_change_no_byte()
    {
        var one = TestFiles.NewFolder();
        await Tokens.RunAsync(one, OneEach with { Workers = 1 });
        foreach (var workers in new[] { 2, 3 })
        {
            var several = TestFiles.NewFolder();
            await Tokens.RunAsync(several, OneEach with { Workers = workers });
            Assert.That(Tokens.Content(several), Is.EqualTo(Tokens.Content(one)), $"{workers} workers");
        }
        var union = TestFiles.NewFolder();
        for (var machine = 1; machine <= 2; machine++)
        {
            var result = await Tokens.RunAsync(union, OneEach with { Part = new(machine, 2) });
            Assert.That(result.IsComplete, Is.EqualTo(machine == 2));
        }
        Assert.That(Tokens.Content(union), Is.EqualTo(Tokens.Content(one)));
    }

    [Test]
    public async Task Shards_of_machines_with_folders_of_their_own_are_joined_by_a_last_run()
    {
        var (one, union) = (TestFiles.NewFolder(), TestFiles.NewFolder());
        await Tokens.RunAsync(one, OneEach);
        for (var machine = 1; machine <= 2; machine++)
        {
            var own = TestFiles.NewFolder();
            await Tokens.RunAsync(own, OneEach with { Part = new(machine, 2) });
            foreach (var path in Directory.GetFiles(own))
                File.Copy(path, Path.Join(union, Path.GetFileName(path)), overwrite: true);
        }

        var joined = await Tokens.RunAsync(union, OneEach);

        Assert.That((joined.FinishedBefore, joined.IsComplete), Is.EqualTo((3, true)));
        Assert.That(Tokens.Content(union), Is.EqualTo(Tokens.Content(one)));
    }

    [Test]
    public async Task A_damaged_shard_is_found_and_made_again()
    {
        var folder = TestFiles.NewFolder();
        await Tokens.RunAsync(folder, OneEach);
        var whole = Tokens.Content(folder);
        var path = Path.Join(folder, "shard-00001-of-00003.safetensors");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        using (var dataset = TokenizedDataset.Open(folder))
            Assert.That(dataset.Verify, Throws.TypeOf<DatasetException>().With.Message.Contains("shard-00001-of-00003.safetensors: is damaged"));

        var result = await Tokens.RunAsync(folder, OneEach);

        Assert.That(result.Repaired, Is.EqualTo(new[] { "shard-00001-of-00003.safetensors" }));
        Assert.That(Tokens.Content(folder), Is.EqualTo(whole));
        File.WriteAllBytes(path, bytes[..^100]);
        Assert.That(() => new ShardReader(path), Throws.TypeOf<DatasetException>().With.Message.Contains("cut off"));
        File.Delete(path);
        Assert.That(
            () => TokenizedDataset.Open(folder), Throws.TypeOf<DatasetException>().With.Message.Contains("00001-of-00003.safetensors is missing"));
    }

    [Test]
    public async Task Bad_files_are_listed_with_reasons_and_skipped_up_to_the_limit()
    {
        var folder = TestFiles.NewFolder();
        DatasetEntry[] entries =
        [
            Tokens.Entry(TestFiles.Text("broken.mp4", "no video"), null), Tokens.Entries[1], Tokens.Entry("/nowhere/absent.mp4", null),
            Tokens.Entry(TestFiles.Rising(2), "a sound"),
        ];
        Assert.That(
            async () => await Tokens.RunAsync(folder, OneEach with { BadFilesLimit = 2, Workers = 1 }, entries),
            Throws.TypeOf<DatasetException>().With.Message.Contains("2 bad files are allowed").And.Message.Contains("rising2.wav"));

        var result = await Tokens.RunAsync(folder, OneEach with { BadFilesLimit = 3 }, entries);

        Assert.That(
            result.BadFiles.Select(bad => (bad.Number, bad.Name)),
            Is.EqualTo(new[] { (0, "broken.mp4"), (2, "absent.mp4"), (3, "rising2.wav") }));
        Assert.That(result.BadFiles[2].Reason, Does.Contain("has no pictures"));
        Assert.That(File.ReadAllLines(Path.Join(folder, "bad-files.jsonl")), Has.Length.EqualTo(3));
        Assert.That(result.Windows["tiny-9"], Is.EqualTo(2));
        var again = await Tokens.RunAsync(folder, OneEach with { BadFilesLimit = 3 }, entries);
        Assert.That(again.BadFiles, Is.EqualTo(result.BadFiles));
        Assert.That((again.FinishedBefore, again.IsComplete), Is.EqualTo((4, true)));
    }

    [Test]
    public async Task What_was_mended_is_taken_by_the_next_run_and_a_shard_of_which_nothing_was_stays_as_it_is()
    {
        const string Tasks = "  text-to-video: { data: clips, formats: tiny-9 }";
        var (folder, whole, two) = (TestFiles.NewFolder(), TestFiles.NewFolder(), new TokenizingOptions { EntriesPerShard = 2 });
        var late = Path.Join(TestFiles.NewFolder(), "late.mkv");
        DatasetEntry[] entries =
        [
            Tokens.Entry(late, "a test picture"), Tokens.Entry("/nowhere/one.mkv", null), Tokens.Entry("/nowhere/two.mkv", null), Tokens.Entries[1],
        ];
        var before = await Tokens.RunAsync(folder, two, entries, Tasks);
        File.Copy(Tokens.Entries[0].File, late);

        var after = await Tokens.RunAsync(folder, two, entries, Tasks);

        await Tokens.RunAsync(whole, two, entries, Tasks);
        Assert.That(before.BadFiles.Select(bad => bad.Number), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(after.BadFiles.Select(bad => bad.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That((after.FinishedBefore, after.Repaired.Count, after.IsComplete), Is.EqualTo((1, 0, true)));
        Assert.That(Tokens.Content(folder), Is.EqualTo(Tokens.Content(whole)));
    }

    [Test]
    public void Without_ffmpeg_the_run_ends_and_no_file_is_called_bad()
    {
        var (folder, entries, programs) = (TestFiles.NewFolder(), Tokens.Entries, Environment.GetEnvironmentVariable("PATH"));
        Environment.SetEnvironmentVariable("PATH", TestFiles.NewFolder());
        try
        {
            Assert.That(
                async () => await Tokens.RunAsync(folder, OneEach, entries),
                Throws.TypeOf<MediaException>().With.Message.Contains("cannot be started"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", programs);
        }
        Assert.That(Directory.GetFiles(folder).Select(path => Path.GetFileName(path)), Is.EqualTo(new[] { "dataset.json" }));
    }

    [Test]
    public async Task A_part_that_begins_after_the_end_of_its_sound_is_silent()
    {
        var file = TestFiles.Make(
            "short-sound.mkv", "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=8:duration=4",
            "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=16000:duration=1", "-c:v", "ffv1");
        var (folder, entry) = (TestFiles.NewFolder(), Tokens.Entry(file, "a test picture") with { Start = TimeSpan.FromSeconds(2) });

        var result = await Tokens.RunAsync(folder, entries: [entry], tasks: "  video-to-audio: { data: clips, formats: tiny-9 }");

        using var dataset = TokenizedDataset.Open(folder);
        Assert.That(result.BadFiles, Is.Empty);
        Assert.That(dataset.Window(dataset.Formats[0], 0).HasSound, Is.True);
    }

    [Test]
    public async Task A_shard_may_hold_more_entries_than_there_are()
    {
        var result = await Tokens.RunAsync(
            TestFiles.NewFolder(), new() { EntriesPerShard = int.MaxValue }, tasks: "  text-to-video: { data: clips, formats: tiny-9 }");

        Assert.That((result.Shards, result.Windows["tiny-9"], result.IsComplete), Is.EqualTo((1, 4, true)));
    }

    [Test]
    public async Task Another_dataset_in_the_folder_is_refused_with_every_difference()
    {
        var folder = TestFiles.NewFolder();
        await Tokens.RunAsync(folder, OneEach);

        var refusal = (await Assert.ThrowsAsync<DatasetException>(
            async () => await Tokens.RunAsync(folder, OneEach with { Stride = TimeSpan.FromSeconds(2) }, [.. Tokens.Entries.Take(2)])))!;

        Assert.That(refusal.Problems[0], Does.Contain("holds another dataset"));
        Assert.That(refusal.Problems, Has.Some.Contains("strideSeconds: the folder has none, now it is 2"));
        Assert.That(refusal.Problems, Has.Some.Contains("entries: the folder has 3, now it is 2"));
    }

    [Test]
    public async Task Other_tokenizers_than_expected_are_refused()
    {
        var folder = await Tokens.Folder;
        using (var dataset = TokenizedDataset.Open(folder))
            TokenizedDataset.Open(folder, dataset.Tokenizers).Dispose();

        Assert.That(
            () => TokenizedDataset.Open(folder, new(new string('0', 64), null, null)),
            Throws.TypeOf<DatasetException>().With.Message.Contains("video tokenizer").And.Message.Contains("000000000000… is expected"));
    }

    [Test]
    public async Task A_dataset_is_not_gone_on_with_when_a_view_brings_other_weights()
    {
        var folder = TestFiles.NewFolder();
        await TokenizeStructureAsync(folder, "first weights");
        await TokenizeStructureAsync(folder, "first weights");
        using (var dataset = TokenizedDataset.Open(folder))
            Assert.That(dataset.Tokenizers.Views, Is.EqualTo(new Dictionary<string, string> { ["flow-depth"] = "first weights" }));

        var refusal = (await Assert.ThrowsAsync<DatasetException>(() => TokenizeStructureAsync(folder, "other weights")))!;

        Assert.That(
            refusal.Problems,
            Is.EqualTo(new[]
            {
                "holds another dataset. Tokenize into a new folder, or with what this one was begun with:",
                "tokenizers.views.flow-depth: the folder has \"first weights\", now it is \"other weights\"",
            }));
    }

    [Test]
    public async Task A_dataset_that_was_begun_before_weights_of_views_were_noted_goes_on_without()
    {
        var folder = TestFiles.NewFolder();
        await TokenizeStructureAsync(folder, weights: null);
        var before = Tokens.Content(folder);

        var result = await TokenizeStructureAsync(folder, "weights");

        Assert.That((result.FinishedBefore, result.IsComplete), Is.EqualTo((1, true)));
        Assert.That(Tokens.Content(folder), Is.EqualTo(before));
    }

    [Test]
    public async Task A_dataset_that_notes_no_weights_of_views_is_read_as_before()
    {
        var folder = await Tokens.Folder;
        var described = JsonNode.Parse(File.ReadAllText(Path.Join(folder, "dataset.json")))!["tokenizers"]!.AsObject();
        var expected = new Dictionary<string, string> { ["flow-depth"] = "weights" };
        using var dataset = TokenizedDataset.Open(folder, new(null, null, null) { Views = expected });

        // As datasets were written before: whatever is added here changes the hash that their shards and their index bear.
        Assert.That(described.Select(property => property.Key), Is.EqualTo(new[] { "video", "audio", "text" }));
        Assert.That(dataset.Tokenizers.Views, Is.Null);
    }

    [Test]
    public async Task An_unfinished_dataset_says_how_far_it_is()
    {
        var folder = TestFiles.NewFolder();
        await Tokens.RunAsync(folder, OneEach with { Part = new(1, 3) });

        Assert.That(() => TokenizedDataset.Open(folder), Throws.TypeOf<DatasetException>().With.Message.Contains("1 of 3 shards are there"));
        Assert.That(() => TokenizedDataset.Open(TestFiles.NewFolder()), Throws.TypeOf<DatasetException>().With.Message.Contains("no dataset.json"));
    }

    [Test]
    public async Task Cancelling_keeps_what_is_finished()
    {
        var folder = TestFiles.NewFolder();
        using var cancellation = new CancellationTokenSource();
        using var tokenizers = Tokens.Tokenizers();
        var tokenizer = new DatasetTokenizer(Tokens.Plan(), Tokens.Catalog, tokenizers);
        var stop = new StopAfter(2, cancellation);

        Assert.That(
            async () => await tokenizer.RunAsync(Tokens.Entries, folder, OneEach with { Workers = 1 }, stop, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        var result = await tokenizer.RunAsync(Tokens.Entries, folder, OneEach);

        Assert.That((result.FinishedBefore, result.IsComplete), Is.EqualTo((1, true)));
        Assert.That(Directory.GetFiles(folder, "*.part"), Is.Empty);
    }

    [Test]
    public async Task Windows_overlap_or_are_apart_as_the_stride_says()
    {
        var folder = TestFiles.NewFolder();
        await Tokens.RunAsync(folder, new() { Stride = TimeSpan.FromSeconds(0.5) }, [.. Tokens.Entries.Take(1)]);
        using var dataset = TokenizedDataset.Open(folder);
        var starts = Enumerable.Range(0, dataset.Count("tiny-9")).Select(index => dataset.Window(dataset.Formats[0], index).Start.TotalSeconds);

        // Nine of 24 frames, every fourth.
        Assert.That(starts, Is.EqualTo(new[] { 0, 0.5, 1, 1.5 }));
        Assert.That(dataset.Count("tiny-image"), Is.EqualTo(6));
    }

    [Test]
    public async Task A_video_shorter_than_a_format_is_named_or_stands_still_to_its_end()
    {
        const string Tasks = "  text-to-video: { data: clips, formats: tiny-9 }";
        var (half, still) = (Made("half", ""), Made("still", ",tpad=stop_mode=clone:stop_duration=0.625"));
        var entries = new[] { Tokens.Entry(half, "a test picture") };
        string[] folders = [TestFiles.NewFolder(), TestFiles.NewFolder(), TestFiles.NewFolder()];

        var left = await Tokens.RunAsync(folders[0], entries: entries, tasks: Tasks);
        var held = await Tokens.RunAsync(folders[1], new() { HoldShort = true }, entries, Tasks);
        await Tokens.RunAsync(folders[2], entries: [Tokens.Entry(still, "a test picture")], tasks: Tasks);

        Assert.That((left.TooShort, left.Windows["tiny-9"]), Is.EqualTo((entries.Select(entry => entry.Name), 0)).UsingPropertiesComparer());
        Assert.That((held.TooShort.Count, held.Windows["tiny-9"]), Is.EqualTo((0, 1)));
        Assert.That(Codes(folders[1]), Is.EqualTo(Codes(folders[2])).And.Length.EqualTo(3 * 3 * 2));

        static string Made(string name, string more) => TestFiles.Make(
            $"{name}.mkv", ["-f", "lavfi", "-i", $"testsrc2=size=64x64:rate=8:duration=0.5{more}", "-c:v", "ffv1"]);

        static int[] Codes(string folder)
        {
            using var dataset = TokenizedDataset.Open(folder);
            return dataset.Window(dataset.Formats[0], 0).Codes(Variant("text-to-video").Layout).Single();
        }
    }

    [Test]
    public async Task Of_two_parts_of_a_file_the_one_that_is_too_short_is_named()
    {
        var whole = Tokens.Entries[0];
        var part = whole with { Duration = TimeSpan.FromSeconds(0.5) };

        var result = await Tokens.RunAsync(TestFiles.NewFolder(), entries: [part, whole], tasks: "  text-to-video: { data: clips, formats: tiny-9 }");

        Assert.That(result.TooShort, Is.EqualTo(new[] { part.Name }));
        Assert.That(result.Windows["tiny-9"], Is.GreaterThan(0));
    }

    [Test]
    public void Captions_are_asked_for_before_any_work()
    {
        var folder = Path.Join(TestFiles.NewFolder(), "tokens");

        Assert.That(
            async () => await Tokens.RunAsync(folder, entries: [Tokens.Entries[2]]),
            Throws.TypeOf<DatasetException>().With.Message.Contains("has no caption"));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public void Options_and_parts_out_of_their_ranges_are_refused()
    {
        foreach (var options in new TokenizingOptions[]
        {
            new() { Workers = 0 }, new() { ThreadsPerWorker = 0 }, new() { EntriesPerShard = 0 }, new() { Stride = TimeSpan.Zero },
            new() { BadFilesLimit = -1 }, new() { Part = default },
        })
        {
            Assert.That(async () => await Tokens.RunAsync(TestFiles.NewFolder(), options), Throws.InstanceOf<ArgumentException>());
        }
        foreach (var text in new[] { "0/2", "3/2", "1", "a/b", "1/2/3", "-1/2" })
            Assert.That(() => ShardPart.Parse(text), Throws.TypeOf<FormatException>(), text);
        Assert.That(ShardPart.Parse("2/8"), Is.EqualTo(new ShardPart(2, 8)));
    }

    private static async Task<TokenizingResult> TokenizeStructureAsync(string folder, string? weights)
    {
        IClipView view = weights is null ? new Structure() : new LearnedStructure(weights);
        var catalog = new TaskCatalog(Tokens.Catalog.Tasks, [.. Tokens.Catalog.Views, new("flow-depth", view)]);
        using var tokenizers = Tokens.Tokenizers();
        var plan = TokenPlan.Create(
            Tokens.Mixture("  stylization: { data: clips, formats: tiny-9 }"), catalog, Tokens.Model.CreateVocabulary());
        return await new DatasetTokenizer(plan, catalog, tokenizers).RunAsync([Tokens.Entries[0]], folder);
    }

    private class Structure : IClipView
    {
        public Clip Apply(Clip clip, TaskParameters arguments) => new() { Frames = clip.Frames };
    }

    private sealed class LearnedStructure(string weights) : Structure, ILearnedView
    {
        public string Fingerprint => weights;
    }

    private sealed class StopAfter(int entries, CancellationTokenSource cancellation) : IProgress<TokenizingProgress>
    {
        public void Report(TokenizingProgress value)
        {
            if (value.Entries >= entries || (value.Entries == entries - 1 && value.Windows > 6))
                cancellation.Cancel();
        }
    }
}
