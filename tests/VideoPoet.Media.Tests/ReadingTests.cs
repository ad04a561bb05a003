using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class ReadingTests
{
    private static readonly VideoFormat Square = new("square", 128, 128, 17);

    [TestCase(".mp4"), TestCase(".mkv"), TestCase(".webm"), TestCase(".avi"), TestCase(".mov"), TestCase(".mpg"), TestCase(".ogv"), TestCase(".flv")]
    public async Task Every_container_gives_exactly_the_frames_and_the_samples_of_the_format(string extension)
    {
        using var clip = await MediaReader.ReadAsync(TestMedia.MovingPictures(extension), MediaReadOptions.For(Square));
        Assert.That(clip.Video!.Frames.Count, Is.EqualTo(17));
        Assert.That(clip.Video.Size, Is.EqualTo(new FrameSize(128, 128)));
        Assert.That(clip.Sound!.Samples.Length, Is.EqualTo(34_000));
        Assert.That(TestMedia.Pitch(clip.Sound), Is.EqualTo(440).Within(2));
        Assert.That(clip.Video.Frames.Pixels[..49_152].Span.SequenceEqual(clip.Video.Frames.Pixels.Span[49_152..98_304]), Is.False, "pictures move");
    }

    [Test]
    public async Task A_whole_file_keeps_its_size_its_rate_and_its_length()
    {
        using var clip = await MediaReader.ReadAsync(TestMedia.MovingPictures(".mp4"));
        Assert.That(clip.Video!.Size, Is.EqualTo(new FrameSize(160, 120)));
        Assert.That(clip.Video.FramesPerSecond, Is.EqualTo(25));
        Assert.That(clip.Video.Frames.Count, Is.EqualTo(75));
        Assert.That(clip.Sound!.Samples.Length, Is.EqualTo(48_000));
    }

    [Test]
    public async Task A_part_begins_where_it_is_asked_to()
    {
        using var early = await MediaReader.ReadVideoAsync(TestMedia.RedThenBlue, new() { Start = TimeSpan.FromSeconds(0.8), FramesPerSecond = 10 });
        Assert.That(early.Frames.Count, Is.EqualTo(12));
        Assert.That(TestMedia.Mean(early.Frames, 1).Red, Is.GreaterThan(200), "at 0.9 s");
        Assert.That(TestMedia.Mean(early.Frames, 2).Blue, Is.GreaterThan(200), "at 1.0 s");
    }

    [Test]
    public async Task Cropping_cuts_off_both_sides()
    {
        using var clip = await MediaReader.ReadImageAsync(TestMedia.Wide, new() { Size = new(32, 32), Fit = Fit.Crop });
        Assert.That(TestMedia.Mean(clip.Frames, 0, 0, 0, 32, 32).Red, Is.GreaterThan(240));
        Assert.That(TestMedia.Mean(clip.Frames, 0, 0, 0, 32, 32).Green, Is.LessThan(15));
    }

    [Test]
    public async Task Padding_adds_black_at_both_sides()
    {
        using var clip = await MediaReader.ReadImageAsync(TestMedia.Wide, new() { Size = new(32, 32), Fit = Fit.Pad });
        Assert.That(TestMedia.Mean(clip.Frames, 0, 0, 0, 32, 8), Is.EqualTo((0.0, 0.0, 0.0)));
        Assert.That(TestMedia.Mean(clip.Frames, 0, 0, 24, 32, 8), Is.EqualTo((0.0, 0.0, 0.0)));
        Assert.That(TestMedia.Mean(clip.Frames, 0, 10, 10, 12, 12).Red, Is.GreaterThan(240));
        Assert.That(TestMedia.Mean(clip.Frames, 0, 0, 10, 6, 12).Green, Is.GreaterThan(100));
    }

    [Test]
    public async Task Stretching_keeps_all_of_the_picture()
    {
        using var clip = await MediaReader.ReadImageAsync(TestMedia.Wide, new() { Size = new(32, 32), Fit = Fit.Stretch });
        Assert.That(TestMedia.Mean(clip.Frames, 0, 10, 0, 12, 32).Red, Is.GreaterThan(240));
        Assert.That(TestMedia.Mean(clip.Frames, 0, 0, 0, 6, 32).Green, Is.GreaterThan(100));
    }

    [Test]
    public async Task Pixels_that_are_not_square_become_so()
    {
        var path = TestMedia.Make("anamorphic.mp4", "-f", "lavfi", "-i", "color=red:size=64x64:rate=8:duration=1", "-vf", "setsar=2");
        using var whole = await MediaReader.ReadVideoAsync(path);
        Assert.That(whole.Size, Is.EqualTo(new FrameSize(128, 64)));
        using var padded = await MediaReader.ReadVideoAsync(path, new() { Size = new(64, 64), Fit = Fit.Pad });
        Assert.That(TestMedia.Mean(padded.Frames, 0, 0, 0, 64, 14).Red, Is.Zero, "a black bar above");
        Assert.That(TestMedia.Mean(padded.Frames, 0, 0, 18, 64, 28).Red, Is.GreaterThan(240));
    }

    [Test]
    public async Task A_large_photograph_is_read()
    {
        const string Noise = "nullsrc=size=640x480,geq=random(1)*255:128:128";
        var path = TestMedia.Make("large.jpg", "-f", "lavfi", "-i", Noise, "-frames:v", "1", "-q:v", "2");
        Assert.That(new FileInfo(path).Length, Is.GreaterThan(100_000));
        using var image = await MediaReader.ReadImageAsync(path);
        Assert.That(image.Size, Is.EqualTo(new FrameSize(640, 480)));
    }

    [Test]
    public async Task A_turned_photograph_is_upright()
    {
        var path = TestMedia.PathOf("turned.jpg");
        await File.WriteAllBytesAsync(path, Turned(await File.ReadAllBytesAsync(TestMedia.Make("lying.jpg", "-i", TestMedia.Wide))));
        using var image = await MediaReader.ReadImageAsync(path);
        Assert.That(image.Size, Is.EqualTo(new FrameSize(64, 128)));
        Assert.That(TestMedia.Mean(image.Frames, 0, 0, 40, 64, 48).Red, Is.GreaterThan(240));
        Assert.That(TestMedia.Mean(image.Frames, 0, 0, 4, 64, 20).Green, Is.GreaterThan(100));
    }

    [Test]
    public async Task A_file_that_ends_too_early_says_how_long_it_is() => Assert.That(
        await Refusal.Of(() => MediaReader.ReadVideoAsync(TestMedia.RedThenBlue, MediaReadOptions.For(new("long", 64, 64, 25)))),
        Does.Contain("ends after 16 frames").And.Contain("25 are needed"));

    [Test]
    public async Task One_missing_frame_is_forgiven()
    {
        using var clip = await MediaReader.ReadVideoAsync(TestMedia.RedThenBlue, MediaReadOptions.For(Square));
        Assert.That(clip.Frames.Count, Is.EqualTo(17));
        Assert.That(TestMedia.Mean(clip.Frames, 16).Blue, Is.GreaterThan(200));
    }

    [Test]
    public async Task The_last_frame_is_held_and_silence_follows_where_that_is_asked()
    {
        using var clip = await MediaReader.ReadAsync(
            TestMedia.MovingPictures(".mp4"), new() { Duration = TimeSpan.FromSeconds(5), FramesPerSecond = 8, Ending = Ending.Hold });
        var frames = clip.Video!.Frames;
        var frameBytes = frames.Pixels.Length / frames.Count;
        Assert.That(frames.Count, Is.EqualTo(40));
        Assert.That(frames.Pixels.Span[(39 * frameBytes)..].SequenceEqual(frames.Pixels.Span.Slice(25 * frameBytes, frameBytes)), Is.True);
        Assert.That(clip.Sound!.Samples.Length, Is.EqualTo(80_000));
        Assert.That(TestMedia.Power(clip.Sound.Samples.Span[50_000..]), Is.Zero);
    }

    [Test]
    public async Task A_sound_that_ends_too_early_says_how_long_it_is() => Assert.That(
        await Refusal.Of(() => MediaReader.ReadSoundAsync(TestMedia.MovingPictures(".wav"), new() { Duration = TimeSpan.FromSeconds(4) })),
        Does.Contain("has 3 s of sound").And.Contain("4 s are needed"));

    [Test]
    public async Task A_part_after_the_end_of_the_sound_is_silent_where_that_is_asked()
    {
        var options = new MediaReadOptions { Start = TimeSpan.FromSeconds(4), Duration = TimeSpan.FromSeconds(0.5) };
        using var sound = await MediaReader.ReadSoundAsync(TestMedia.MovingPictures(".wav"), options with { Ending = Ending.Hold });
        using var unknown = await MediaReader.ReadSoundAsync(
            TestMedia.MovingPictures(".wav"), options with { Duration = null, Ending = Ending.Hold });

        Assert.That(sound.Samples.Length, Is.EqualTo(8_000));
        Assert.That(TestMedia.Power(sound.Samples.Span), Is.Zero);
        Assert.That(unknown.Samples.ToArray(), Is.EqualTo(new[] { 0f }));
        Assert.That(
            await Refusal.Of(() => MediaReader.ReadSoundAsync(TestMedia.MovingPictures(".wav"), options)), Does.Contain("has no sound from 4 s on"));
    }

    [Test]
    public async Task A_part_after_the_end_has_no_picture() => Assert.That(
        await Refusal.Of(() => MediaReader.ReadVideoAsync(TestMedia.RedThenBlue, new() { Start = TimeSpan.FromSeconds(9) })),
        Does.Contain("has no picture from 9 s on"));

    [Test]
    public async Task Parts_put_together_are_the_whole()
    {
        var options = new MediaReadOptions { FramesPerSecond = 8, Size = new(32, 32) };
        using var whole = await MediaReader.ReadVideoAsync(TestMedia.MovingPictures(".mp4"), options);
        var (counts, pixels) = (new List<int>(), new List<byte>());
        await foreach (var part in MediaReader.ReadPartsAsync(TestMedia.MovingPictures(".mp4"), 9, options))
        {
            using (part)
            {
                counts.Add(part.Frames.Count);
                pixels.AddRange(part.Frames.Pixels.Span);
            }
        }
        Assert.That(counts, Is.EqualTo([9, 9, 6]));
        Assert.That(pixels.ToArray().AsSpan().SequenceEqual(whole.Frames.Pixels.Span), Is.True);
    }

    [Test]
    public async Task A_reader_that_has_seen_enough_of_the_parts_may_stop()
    {
        await foreach (var part in MediaReader.ReadPartsAsync(TestMedia.MovingPictures(".mp4"), 2))
        {
            using (part)
                Assert.That(part.Frames.Count, Is.EqualTo(2));
            break;
        }
    }

    [Test]
    public async Task Music_with_a_cover_has_no_video()
    {
        var path = TestMedia.Make(
            "cover.mp3", "-i", TestMedia.MovingPictures(".wav"), "-i", TestMedia.Wide, "-map", "0", "-map", "1", "-c:v", "mjpeg",
            "-disposition:v", "attached_pic");
        var info = await MediaReader.ProbeAsync(path);
        Assert.That(info.Video, Is.Null);
        using var clip = await MediaReader.ReadAsync(path);
        Assert.That(clip.Video, Is.Null);
        Assert.That(TestMedia.Pitch(clip.Sound!), Is.EqualTo(440).Within(2));
    }

    [Test]
    public async Task A_raw_sound_whose_format_fixes_its_rate_is_read_by_its_extension()
    {
        var path = TestMedia.Make("tone.g722", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=16000:duration=3");
        using var sound = await MediaReader.ReadSoundAsync(path);
        Assert.That(sound.Samples.Length, Is.EqualTo(48_000).Within(16));
        Assert.That(TestMedia.Pitch(sound), Is.EqualTo(440).Within(2));
    }

    [Test]
    public async Task All_channels_are_heard()
    {
        var path = TestMedia.Make(
            "right.wav", "-f", "lavfi", "-i", "sine=frequency=500:duration=1", "-af", "pan=stereo|c0=0*c0|c1=c0");
        using var sound = await MediaReader.ReadSoundAsync(path, new() { SampleRateHz = 8_000 });
        Assert.That(sound.SampleRateHz, Is.EqualTo(8_000));
        Assert.That(sound.Samples.Length, Is.EqualTo(8_000));
        Assert.That(TestMedia.Pitch(sound), Is.EqualTo(500).Within(2));
    }

    [Test]
    public async Task Samples_of_floats_stay_between_minus_one_and_one()
    {
        var path = TestMedia.Make("loud.wav", "-f", "lavfi", "-i", "sine=frequency=500:duration=1", "-af", "volume=100", "-c:a", "pcm_f32le");
        using var sound = await MediaReader.ReadSoundAsync(path);
        Assert.That(sound.Samples.ToArray().Max(), Is.EqualTo(1));
        Assert.That(sound.Samples.ToArray().Min(), Is.EqualTo(-1));
    }

    [Test]
    public async Task An_animated_picture_is_a_video()
    {
        using var clip = await MediaReader.ReadVideoAsync(
            TestMedia.Make("moving.gif", "-i", TestMedia.RedThenBlue), new() { FramesPerSecond = 10 });
        Assert.That(clip.Frames.Count, Is.EqualTo(20));
        Assert.That(TestMedia.Mean(clip.Frames, 19).Blue, Is.GreaterThan(200));
    }

    [Test]
    public async Task An_image_is_a_video_of_one_frame_at_any_rate()
    {
        var image = MediaReadOptions.For(new("image", 64, 64, 1));
        using var clip = await MediaReader.ReadAsync(TestMedia.Wide, image);
        Assert.That((clip.Video!.Frames.Count, clip.Video.FramesPerSecond), Is.EqualTo((1, 8.0)));
        using var still = await MediaReader.ReadVideoAsync(TestMedia.Wide, image with { Duration = TimeSpan.FromSeconds(1), Ending = Ending.Hold });
        Assert.That(still.Frames.Count, Is.EqualTo(8));
        Assert.That(still.Frames.Leading(1).SameAs(clip.Video.Frames), Is.True);
        Assert.That(TestMedia.Mean(still.Frames, 7), Is.EqualTo(TestMedia.Mean(clip.Video.Frames, 0)));
    }

    // Puts an EXIF orientation of a quarter turn behind the first marker of a JPEG.
    private static byte[] Turned(byte[] jpeg)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
