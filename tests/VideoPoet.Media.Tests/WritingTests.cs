using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class WritingTests
{
    private static MediaClip Clip => new(new VideoClip(TestMedia.Gradient(17, 64, 96), 8), TestMedia.Tone(440, 34_000));

    [TestCase(".mp4", "h264", "aac"), TestCase(".webm", "vp9", "opus")]
    public async Task A_video_is_read_again_as_it_was_written(string extension, string pictures, string sound)
    {
        var path = TestMedia.PathOf("written" + extension);
        await MediaWriter.WriteAsync(path, Clip);
        var info = await MediaReader.ProbeAsync(path);
        Assert.That(info.Video!.Codec, Is.EqualTo(pictures));
        Assert.That(info.Video.PixelFormat, Is.EqualTo("yuv420p"));
        Assert.That(info.Sound!.Codec, Is.EqualTo(sound));
        using var read = await MediaReader.ReadAsync(path);
        Assert.That(read.Video!.FramesPerSecond, Is.EqualTo(8));
        Assert.That(read.Video.Frames.Count, Is.EqualTo(17));
        Assert.That(read.Video.Size, Is.EqualTo(new FrameSize(96, 64)));
        // What a gradient loses in half the columns and rows of colour is well above this.
        Assert.That(TestMedia.Psnr(read.Video.Frames, Clip.Video!.Frames), Is.GreaterThan(35));
        Assert.That(read.Sound!.Samples.Length, Is.EqualTo(34_000));
        Assert.That(TestMedia.Pitch(read.Sound), Is.EqualTo(440).Within(3));
    }

    [Test]
    public async Task A_gif_keeps_its_frames_and_leaves_the_sound_out()
    {
        var path = TestMedia.PathOf("written.gif");
        await MediaWriter.WriteAsync(path, Clip);
        using var read = await MediaReader.ReadAsync(path, new() { FramesPerSecond = 8 });
        Assert.That(read.Sound, Is.Null);
        Assert.That(read.Video!.Frames.Count, Is.EqualTo(17));
        // 256 colours of a gradient in two directions.
        Assert.That(TestMedia.Psnr(read.Video.Frames, Clip.Video!.Frames), Is.GreaterThan(22));
    }

    [Test]
    public async Task A_wav_is_exact_to_the_sample()
    {
        var path = TestMedia.PathOf("written.wav");
        using var sound = TestMedia.Tone(1_000, 100_001);
        await MediaWriter.WriteAsync(path, new(null, sound));
        using var read = await MediaReader.ReadSoundAsync(path);
        Assert.That(read.Samples.Length, Is.EqualTo(100_001));
        // A step of 16 bits, and the two ends of its range.
        Assert.That(read.Samples.ToArray().Zip(sound.Samples.ToArray(), (left, right) => Math.Abs(left - right)).Max(), Is.LessThan(1.0 / 16_384));
    }

    [Test]
    public async Task A_picture_is_written_without_a_loss()
    {
        var path = TestMedia.PathOf("written.png");
        var frames = TestMedia.Gradient(1, 40, 30);
        await MediaWriter.WritePictureAsync(path, frames);
        using var read = await MediaReader.ReadImageAsync(path);
        Assert.That(read.Frames.SameAs(frames), Is.True);
    }

    [Test]
    public async Task A_picture_of_several_frames_is_a_sheet()
    {
        var path = TestMedia.PathOf("sheet.png");
        await MediaWriter.WriteAsync(path, Clip);
        using var read = await MediaReader.ReadImageAsync(path);
        Assert.That(read.Frames.SameAs(ContactSheet.Draw(Clip.Video!.Frames)), Is.True);
    }

    [Test]
    public async Task An_odd_size_gets_a_line_more_where_the_codec_needs_even_ones()
    {
        var path = TestMedia.PathOf("odd.mp4");
        await MediaWriter.WriteAsync(path, new(new VideoClip(TestMedia.Gradient(3, 33, 31), 8)));
        using var read = await MediaReader.ReadVideoAsync(path);
        Assert.That(read.Size, Is.EqualTo(new FrameSize(32, 34)));
    }

    [Test]
    public async Task An_mp4_begins_with_what_a_browser_needs_to_play_it()
    {
        var path = TestMedia.PathOf("fast.mp4");
        await MediaWriter.WriteAsync(path, Clip);
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.That(bytes.AsSpan().IndexOf("moov"u8), Is.Positive.And.LessThan(bytes.AsSpan().IndexOf("mdat"u8)));
    }

    [Test]
    public async Task Writing_leaves_nothing_but_the_file()
    {
        var folder = Directory.CreateDirectory(TestMedia.PathOf("alone")).FullName;
        foreach (var extension in MediaWriter.Extensions)
            await MediaWriter.WriteAsync(Path.Join(folder, "clip" + extension), Clip);
        Assert.That(Directory.GetFiles(folder).Select(Path.GetExtension), Is.EquivalentTo(MediaWriter.Extensions));
    }

    [TestCase(".mp4"), TestCase(".webm"), TestCase(".gif"), TestCase(".png"), TestCase(".wav")]
    public async Task A_cancelled_writing_leaves_the_old_file_and_nothing_else(string extension)
    {
        var folder = Directory.CreateDirectory(TestMedia.PathOf("cancelled" + extension)).FullName;
        var path = Path.Join(folder, "clip" + extension);
        await File.WriteAllTextAsync(path, "old");
        Assert.That(
            () => MediaWriter.WriteAsync(path, Clip, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFiles(folder), Is.EqualTo([path]));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("old"));
    }

    [Test]
    public async Task A_new_file_takes_the_place_of_an_old_one()
    {
        var path = TestMedia.PathOf("replaced.wav");
        await File.WriteAllTextAsync(path, "old");
        await MediaWriter.WriteAsync(path, Clip);
        Assert.That((await MediaReader.ProbeAsync(path)).Sound!.Codec, Is.EqualTo("pcm_s16le"));
    }

    [TestCase("clip.xyz", "'.xyz' names no kind of file. Use .mp4")]
    [TestCase("clip", "'' names no kind of file")]
    [TestCase("nowhere/clip.mp4", "does not exist. Create the folder")]
    [TestCase("nowhere/clip.wav", "does not exist. Create the folder")]
    public void A_path_that_cannot_be_written_is_refused_with_advice(string name, string advice) => Assert.That(
        () => MediaWriter.WriteAsync(TestMedia.PathOf(name), Clip), Throws.InstanceOf<MediaException>().With.Message.Contains(advice));

    [TestCase(".mp4"), TestCase(".png")]
    public void Sound_alone_is_no_video(string extension) => Assert.That(
        () => MediaWriter.WriteAsync(TestMedia.PathOf("sound" + extension), new(null, TestMedia.Tone(440, 100))),
        Throws.InstanceOf<MediaException>().With.Message.Contains("no pictures").And.Message.Contains(".wav"));

    [Test]
    public void Pictures_alone_are_no_sound() => Assert.That(
        () => MediaWriter.WriteAsync(TestMedia.PathOf("pictures.wav"), new(Clip.Video)),
        Throws.InstanceOf<MediaException>().With.Message.Contains("no sound"));

    [Test]
    public void What_ffmpeg_cannot_write_is_told_with_its_reason_and_leaves_nothing()
    {
        var folder = Directory.CreateDirectory(TestMedia.PathOf("refused")).FullName;
        // H.264 has no pictures of so many columns.
        var clip = new MediaClip(new VideoClip(new PixelFrames(new byte[20_000 * 2 * 3], 2, 20_000), 8));
        Assert.That(
            () => MediaWriter.WriteAsync(Path.Join(folder, "clip.mp4"), clip),
            Throws.InstanceOf<MediaException>().With.Message.Contains("clip.mp4: cannot be written: "));
        Assert.That(Directory.GetFiles(folder), Is.Empty);
    }
}
