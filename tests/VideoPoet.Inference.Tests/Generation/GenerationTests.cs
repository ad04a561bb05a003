using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Tests.Generation;

public sealed class GenerationTests
{
    private static readonly VideoGenerationRequest s_cat = new("text-to-video") { Prompt = "a cat" };

    // Tokens drawn without a network, which is fast, and by the model's network.
    private VideoPoetGenerator _generator = null!, _real = null!;

    [OneTimeSetUp]
    public void Open() => (_generator, _real) = (SmallModel.Open(), new(SmallModel.Options));

    [OneTimeTearDown]
    public void Close()
    {
        _generator.Dispose();
        _real.Dispose();
    }

    [Test]
    public async Task Text_becomes_a_video_of_the_format()
    {
        var video = await _generator.GenerateAsync(s_cat, new() { Format = "tiny-17", Seed = 1 });
        Assert.That((video.Frames!.Count, video.Frames.Height, video.Frames.Width, video.Sound), Is.EqualTo((17, 16, 16, (Waveform?)null)));
        Assert.That(video.Record.Format, Is.EqualTo(new VideoFormat("tiny-17", 16, 16, 17)));
        Assert.That(video.Samples[0].Tokens.Single().Layout.Parse([.. video.Samples[0].Tokens[0].Ids]).Single(), Has.Length.EqualTo(5 * 4));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        var first = await _real.GenerateAsync(s_cat, new() { Seed = 7 });
        using var restarted = new VideoPoetGenerator(SmallModel.Options);
        var again = await restarted.GenerateAsync(s_cat, new() { Seed = 7 });
        var other = await _real.GenerateAsync(s_cat, new() { Seed = 8 });
        Assert.That(again.Frames!.SameAs(first.Frames), Is.True);
        Assert.That(again.Record, Is.EqualTo(first.Record).Using<GenerationRecord>(Same));
        Assert.That(other.Frames!.SameAs(first.Frames), Is.False);
    }

    [Test]
    public async Task A_seed_that_was_not_chosen_is_named_and_gives_the_same_again()
    {
        var first = await _real.GenerateAsync(s_cat);
        var again = await _real.GenerateAsync(s_cat, new() { Seed = first.Samples[0].Seed });
        Assert.That(again.Frames!.SameAs(first.Frames), Is.True);
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task A_sample_is_the_same_alone_and_among_others(double guidance)
    {
        var options = new VideoGenerationOptions { Seed = 20, Count = 3, Guidance = guidance };
        var together = await _real.GenerateAsync(s_cat, options);
        Assert.That(together.Samples, Has.Count.EqualTo(3));
        foreach (var sample in together.Samples)
        {
            var alone = await _real.GenerateAsync(s_cat, options with { Count = 1, Seed = sample.Seed });
            Assert.That(alone.Frames!.SameAs(sample.Frames), Is.True, $"seed {sample.Seed}");
        }
    }

    [Test]
    public async Task The_parts_of_a_stream_are_the_whole()
    {
        var options = new VideoGenerationOptions { Format = "tiny-17", Seed = 3 };
        var whole = await _generator.GenerateAsync(s_cat, options);
        var counts = new List<int>();
        var tokensBefore = new List<long>();
        var pixels = new List<byte>();
        await foreach (var part in _generator.GenerateStreamingAsync(s_cat, options))
        {
            if (part.Frames is not { } frames)
                continue;
            counts.Add(frames.Count);
            tokensBefore.Add(part.Progress.Tokens);
            pixels.AddRange(frames.Pixels.Span);
        }
        Assert.That(counts, Is.EqualTo(new[] { 1, 4, 4, 4, 4 }));
        Assert.That(tokensBefore, Is.EqualTo(new[] { 5, 9, 13, 17, 21 }), "Each latent frame of 2 × 2 tokens is shown as soon as it is complete.");
        Assert.That(pixels, Is.EqualTo(whole.Frames!.Pixels.ToArray()));
    }

    [Test]
    public async Task Sound_comes_in_parts_while_its_last_level_is_decoded()
    {
        var request = new VideoGenerationRequest("video-to-audio") { Media = { [MediaRole.Video] = Drawn.Video(9) } };
        var lengths = new List<int>();
        await foreach (var part in _generator.GenerateStreamingAsync(request, new() { Seed = 3 }))
        {
            if (part.Sound is { } sound)
                lengths.Add(sound.Samples.Length);
        }
        Assert.That(lengths, Is.EqualTo(new[] { 8_000, 8_000, 1_920 }), "Of 56 latent frames, 25 at once.");
    }

    [Test]
    public async Task A_video_begins_with_exactly_the_image_that_it_was_given()
    {
        var image = Drawn.Video(1);
        var request = new VideoGenerationRequest("image-to-video") { Media = { [MediaRole.FirstFrame] = image } };
        var video = await _generator.GenerateAsync(request, new() { Format = "tiny-17", Seed = 1 });
        Assert.That(video.Frames!.Leading(1).SameAs(image.Frames), Is.True);
    }

    [Test]
    public async Task The_image_of_a_file_is_kept_as_well()
    {
        var file = Path.Join(TestFolders.New(), "image.png");
        var image = Drawn.Video(1);
        await MediaWriter.WritePictureAsync(file, image.Frames);
        foreach (MediaSource source in (MediaSource[])[file, File.ReadAllBytes(file), new MemoryStream(File.ReadAllBytes(file))])
        {
            var request = new VideoGenerationRequest("image-to-video") { Media = { [MediaRole.FirstFrame] = source } };
            var video = await _generator.GenerateAsync(request, new() { Seed = 1 });
            Assert.That(video.Frames!.Leading(1).SameAs(image.Frames), Is.True, $"{source.GetType().Name}");
        }
    }

    [Test]
    public async Task Predicted_frames_follow_exactly_those_that_were_given()
    {
        var given = Drawn.Video(9);
        var request = new VideoGenerationRequest("frame-prediction")
        {
            Parameters = TaskParameters.None.With("frames", 9),
            Media = { [MediaRole.Video] = given },
        };
        var video = await _generator.GenerateAsync(request, new() { Seed = 1 });
        Assert.That(video.Frames!.Count, Is.EqualTo(17));
        Assert.That(video.Frames.Leading(9).SameAs(given.Frames), Is.True);
    }

    [TestCase("inpainting")]
    [TestCase("outpainting")]
    public async Task Pixels_that_are_not_painted_stay(string task)
    {
        var given = Drawn.Video(9);
        var request = new VideoGenerationRequest(task) { Media = { [MediaRole.Video] = given } };
        var video = await _generator.GenerateAsync(request, new() { Seed = 1 });
        AssertPainted(given.Frames, video.Frames!, (row, column) => (row is >= 4 and < 12 && column is >= 4 and < 12) == (task == "inpainting"));
    }

    [Test]
    public async Task A_mask_says_what_is_painted()
    {
        var given = Drawn.Video(9);
        var mask = new VideoClip(Masks.Rectangle(new(16, 16), 2, 3, new(5, 4)), 8);
        var request = new VideoGenerationRequest("inpainting") { Prompt = "a cat", Media = { [MediaRole.Video] = given, [MediaRole.Mask] = mask } };
        var video = await _generator.GenerateAsync(request, new() { Seed = 1 });
        AssertPainted(given.Frames, video.Frames!, (row, column) => row is >= 3 and < 7 && column is >= 2 and < 7);
    }

    [Test]
    public async Task The_video_that_a_sound_is_made_for_goes_with_it()
    {
        var given = Drawn.Video(9);
        var response = await _generator.GenerateAsync(new("video-to-audio") { Media = { [MediaRole.Video] = given } }, new() { Seed = 1 });
        Assert.That(response.Frames!.SameAs(given.Frames), Is.True);
        Assert.That(response.Sound!.Samples.Length, Is.EqualTo(56 * 320));
    }

    [Test]
    public async Task The_sound_that_a_video_is_made_for_goes_with_it()
    {
        var given = Drawn.Sound(18_000);
        var response = await _generator.GenerateAsync(new("audio-to-video") { Media = { [MediaRole.Sound] = given } }, new() { Seed = 1 });
        Assert.That(response.Frames!.Count, Is.EqualTo(9));
        Assert.That(response.Sound!.SameAs(given.ToWaveform()), Is.True);
    }

    [Test]
    public async Task Picture_and_sound_go_on_from_those_that_were_given()
    {
        var (image, sound) = (Drawn.Video(1), Drawn.Sound(2_000));
        var request = new VideoGenerationRequest("audio-video-continuation")
        {
            Media = { [MediaRole.FirstFrame] = image, [MediaRole.Sound] = sound },
        };
        var response = await _generator.GenerateAsync(request, new() { Seed = 1 });
        Assert.That(response.Frames!.Leading(1).SameAs(image.Frames), Is.True);
        Assert.That(response.Sound!.Samples[..1_920].ToArray(), Is.EqualTo(sound.Samples[..1_920].ToArray()), "6 whole latent frames.");
    }

    [Test]
    public async Task Media_of_other_sizes_and_rates_come_into_the_format()
    {
        var file = Path.Join(TestFolders.New(), "wide.mp4");
        await MediaWriter.WriteAsync(file, new MediaClip(new VideoClip(Drawn.Video(30, 64, 32).Frames, 15), Drawn.Sound(40_000)));
        var request = new VideoGenerationRequest("video-to-audio") { Media = { [MediaRole.Video] = file } };
        var response = await _generator.GenerateAsync(request, new() { Seed = 1 });
        Assert.That((response.Frames!.Count, response.Frames.Height, response.Frames.Width), Is.EqualTo((9, 16, 16)));
    }

    [TestCase(0.9, 7)]
    [TestCase(1.125, 9)]
    [TestCase(2, 16)]
    public async Task Seconds_choose_the_shortest_format_and_cut_what_is_too_much(double seconds, int frames)
    {
        var video = await _generator.GenerateAsync(s_cat, new() { Seconds = seconds, Seed = 1 });
        Assert.That(video.Frames!.Count, Is.EqualTo(frames));
        Assert.That(video.Samples[0].Tokens, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_longer_video_goes_on_from_its_last_second()
    {
        var options = new VideoGenerationOptions { Format = "tiny-17", Seed = 1 };
        var first = await _generator.GenerateAsync(s_cat, options);
        var video = await _generator.GenerateAsync(s_cat, options with { Seconds = 5 });
        Assert.That(video.Frames!.Count, Is.EqualTo(40));
        Assert.That(video.Frames.Leading(17).SameAs(first.Frames), Is.True);
        Assert.That(video.Samples[0].Tokens.Select(tokens => tokens.Layout.VisualOutput!.Shape.Time), Is.EqualTo(new[] { 5, 5, 5, 5 }));

        // The second window by hand: what it is conditioned on, and which frames of it are new.
        var last = new VideoClip(new PixelFrames(first.Frames!.Pixels[(8 * 768)..], 16, 16), 8);
        var window = await _generator.GenerateAsync(
            new("frame-prediction") { Parameters = TaskParameters.None.With("frames", 9), Media = { [MediaRole.Video] = last } },
            options with { Seed = Seeds.OfWindow(1, 1) });
        Assert.That(video.Frames.Pixels[(17 * 768)..(25 * 768)].ToArray(), Is.EqualTo(window.Frames!.Pixels[(9 * 768)..].ToArray()));
    }

    [Test]
    public async Task A_longer_video_than_any_sequence_takes_one_that_the_model_can_go_on_from()
    {
        var mixture = SmallModel.Mixture;
        mixture = mixture with
        {
            Formats = new Dictionary<string, FormatSpec>(mixture.Formats) { ["tiny-13"] = new() { Width = 16, Height = 16, Frames = 13 } },
            Tasks = new Dictionary<string, MixtureTaskSpec>
            {
                ["text-to-video"] = mixture.Tasks["text-to-video"] with { Formats = ["tiny-13", "tiny-17"] },
                ["frame-prediction"] = mixture.Tasks["frame-prediction"] with { Formats = ["tiny-13"] },
            },
        };
        var options = SmallModel.Options;
        options.Model = SmallModel.Write(TestFolders.New(), mixture);
        using var generator = new VideoPoetGenerator(options);
        var within = await generator.GenerateAsync(s_cat, new() { Seconds = 2, Seed = 1 });
        var beyond = await generator.GenerateAsync(s_cat, new() { Seconds = 3, Seed = 1 });
        Assert.That((within.Record.Format.Name, within.Frames!.Count), Is.EqualTo(("tiny-17", 16)));
        Assert.That((beyond.Record.Format.Name, beyond.Frames!.Count), Is.EqualTo(("tiny-13", 24)));
    }

    [Test]
    public async Task A_video_goes_on_from_its_end()
    {
        var given = Drawn.Video(30);
        var file = Path.Join(TestFolders.New(), "given.mp4");
        await MediaWriter.WriteAsync(file, new MediaClip(given));
        foreach (var source in (MediaSource[])[MediaSource.FromVideo(given), file])
        {
            var request = new VideoGenerationRequest("frame-prediction")
            {
                Parameters = TaskParameters.None.With("frames", 9),
                Media = { [MediaRole.Video] = source with { FromEnd = true } },
            };
            var video = await _generator.GenerateAsync(request, new() { Seed = 1, Seconds = 5 });
            Assert.That(video.Frames!.Count, Is.EqualTo(40));
            // What comes of a file has been through a codec.
            var last = given.Frames.Pixels[(21 * 768)..];
            var kept = video.Frames.Leading(9).Pixels;
            var difference = Enumerable.Range(0, last.Length).Average(i => Math.Abs(last.Span[i] - kept.Span[i]));
            Assert.That(difference, Is.LessThan(source is ClipSource ? 0.5 : 60), "Frames of noise are 85 apart from one another.");
        }
    }

    [Test]
    public async Task An_image_beside_a_sound_has_no_time_to_begin_at()
    {
        var folder = TestFolders.New();
        var (image, sound) = (Path.Join(folder, "image.png"), Path.Join(folder, "tone.wav"));
        await MediaWriter.WritePictureAsync(image, Drawn.Video(1).Frames);
        await MediaWriter.WriteAsync(sound, new MediaClip(null, Drawn.Sound(48_000)));
        foreach (var part in (Func<MediaSource, MediaSource>[])[source => source with { FromEnd = true }, source => source with { Start = TimeSpan.FromSeconds(1) }])
        {
            var video = await _generator.GenerateAsync(
                new("audio-video-continuation") { Media = { [MediaRole.FirstFrame] = part(image), [MediaRole.Sound] = part(sound) } }, new() { Seed = 1 });
            Assert.That(video.Frames!.Count, Is.EqualTo(9));
        }
    }

    [Test]
    public async Task Guidance_changes_the_output_and_a_negative_prompt_changes_it_again()
    {
        // The likeliest token shows the least change of weights that are as small as drawn ones.
        var options = new VideoGenerationOptions { Seed = 5, Temperature = 0, Format = "tiny-17" };
        var plain = await _real.GenerateAsync(s_cat, options);
        var guided = await _real.GenerateAsync(s_cat, options with { Guidance = 40 });
        var away = await _real.GenerateAsync(s_cat, options with { Guidance = 40, NegativePrompt = "a dog on a red chair" });
        Assert.That(guided.Frames!.SameAs(plain.Frames), Is.False);
        Assert.That(away.Frames!.SameAs(guided.Frames), Is.False);
        var same = await _real.GenerateAsync(s_cat, options with { Guidance = 40, NegativePrompt = s_cat.Prompt });
        Assert.That(same.Frames!.SameAs(plain.Frames), Is.True, "What leads away from the prompt itself leads nowhere.");
    }

    [TestCase(WeightFormat.BFloat16)]
    [TestCase(WeightFormat.Int8)]
    public async Task Weights_can_be_held_shorter(WeightFormat format)
    {
        using var generator = new VideoPoetGenerator(new() { Model = SmallModel.Folder, Catalog = SmallModel.Catalog, Weights = format, Threads = 1 });
        var video = await generator.GenerateAsync(s_cat, new() { Seed = 1 });
        Assert.That(video.Frames!.Count, Is.EqualTo(9));
        Assert.That(video.Record.Weights, Does.EndWith($" {format}"));
    }

    [Test]
    public async Task What_came_of_each_latent_frame_is_told()
    {
        var video = await _real.GenerateAsync(s_cat, new() { Seed = 1, Format = "tiny-17", Resamples = 1 });
        Assert.That(video.Samples[0].Tokens[0].LatentFrames.Select(frame => frame.Index), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
    }

    [Test]
    public async Task What_is_saved_can_be_read_again()
    {
        var response = await _generator.GenerateAsync(s_cat, new() { Seed = 1, Count = 2 });
        var folder = TestFolders.New();
        var files = await response.SaveAsync(Path.Join(folder, "cat.mp4"));
        Assert.That(files.Select(file => Path.GetFileName(file)), Is.EqualTo(new[] { "cat-1.mp4", "cat-2.mp4" }));
        using var read = await MediaReader.ReadVideoAsync(files[1]);
        Assert.That((read.Frames.Count, read.FramesPerSecond), Is.EqualTo((9, 8.0)));
        await Assert.ThrowsAsync<MediaException>(() => response.SaveAsync(Path.Join(folder, "cat.wav")));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Too_little_memory_is_foreseen_and_refused_with_numbers()
    {
        VideoPoetOptions options = null!;
        using var generator = SmallModel.Open(own => (options = own).Limits.MemoryBytes = 1_000);
        var exception = await Assert.ThrowsAsync<VideoGenerationException>(() => generator.GenerateAsync(s_cat, new() { Seed = 1 }));
        Assert.That(exception!.Message, Does.Match(@"^1 sample of 'text-to-video' in tiny-9 would take \d+ MiB .* the limit allows 1 MiB"));
        options.Limits.MemoryBytes = null;
        Assert.That((await generator.GenerateAsync(s_cat, new() { Seed = 1 })).Frames, Is.Not.Null, "The machine has enough.");
    }

    private static void AssertPainted(PixelFrames given, PixelFrames output, Func<int, int, bool> isPainted)
    {
        var (kept, painted) = (0, 0);
        for (var i = 0; i < given.Pixels.Length; i++)
        {
            var (row, column) = Math.DivRem(i / 3 % 256, 16);
            if (isPainted(row, column))
                painted += given.Pixels.Span[i] == output.Pixels.Span[i] ? 0 : 1;
            else
                kept += given.Pixels.Span[i] == output.Pixels.Span[i] ? 0 : 1;
        }
        Assert.That(kept, Is.Zero, "bytes changed that were given");
        Assert.That(painted, Is.Positive, "bytes changed that were not");
    }

    private static bool Same(GenerationRecord left, GenerationRecord right) =>
        System.Text.Json.JsonSerializer.Serialize(left) == System.Text.Json.JsonSerializer.Serialize(right);
}
