using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class StreamingTests
{
    private static readonly FrameSize Size = new(32, 16);

    [Test]
    public async Task Parts_of_a_sound_are_the_whole_sound()
    {
        var file = TestMedia.MovingPictures(".mp4");
        using var whole = await MediaReader.ReadSoundAsync(file);
        var parts = new List<float>();
        var lengths = new List<int>();
        await foreach (var part in MediaReader.ReadSoundPartsAsync(file, 7_000))
        {
            using var _ = part;
            parts.AddRange(part.Samples.Span);
            lengths.Add(part.Samples.Length);
        }
        Assert.That(parts, Is.EqualTo(whole.Samples.ToArray()));
        Assert.That(lengths[..^1], Is.All.EqualTo(7_000));
    }

    [Test]
    public void A_sound_that_ends_too_early_is_refused_after_its_parts()
    {
        var parts = MediaReader.ReadSoundPartsAsync(TestMedia.MovingPictures(".mp4"), 7_000, new() { Duration = TimeSpan.FromSeconds(9) });
        Assert.That(
            async () => { await foreach (var part in parts) part.Dispose(); },
            Throws.TypeOf<MediaException>().With.Message.Contains("9 s are needed"));
    }

    [Test]
    public async Task A_video_that_is_written_in_parts_is_the_video_that_is_written_at_once()
    {
        var (once, inParts) = (TestMedia.PathOf("once.mp4"), TestMedia.PathOf("in-parts.mp4"));
        var frames = Frames(11);
        using var sound = new AudioClip(new float[8_000], 16_000);
        var wav = TestMedia.PathOf("silence.wav");
        await MediaWriter.WriteAsync(wav, new MediaClip(null, sound));
        await MediaWriter.WriteAsync(once, new MediaClip(new VideoClip(frames, 8), sound));
        await using (var writer = VideoFileWriter.Open(inParts, Size, 8, wav))
        {
            foreach (var (first, count) in new[] { (0, 1), (1, 6), (7, 4) })
                await writer.WriteAsync(Part(frames, first, count));
            await writer.CompleteAsync();
        }
        using var left = await MediaReader.ReadAsync(once);
        using var right = await MediaReader.ReadAsync(inParts);
        Assert.That(right.Video!.Frames.SameAs(left.Video!.Frames), Is.True);
        Assert.That(right.Sound!.Samples.ToArray(), Is.EqualTo(left.Sound!.Samples.ToArray()));
    }

    [Test]
    public async Task A_frame_is_in_a_stream_when_the_next_one_is_written()
    {
        var frames = Frames(5);
        using var pipe = new Pipe();
        await using (var writer = VideoStreamWriter.Open(pipe, Size, 8))
        {
            for (var frame = 0; frame < frames.Count; frame++)
            {
                await writer.WriteAsync(Part(frames, frame, 1));
                Assert.That(() => pipe.Fragments, Is.EqualTo(frame).After(60_000, 10));
            }
            await writer.CompleteAsync();
        }
        await File.WriteAllBytesAsync(TestMedia.PathOf("streamed.mp4"), pipe.ToArray());
        using var read = await MediaReader.ReadVideoAsync(TestMedia.PathOf("streamed.mp4"));
        Assert.That((read.Size, read.Frames.Count, read.FramesPerSecond), Is.EqualTo((Size, 5, 8.0)));
    }

    [Test]
    public async Task A_stream_that_takes_no_more_ends_the_writing()
    {
        using var pipe = new Pipe(isClosed: true);
        await using var writer = VideoStreamWriter.Open(pipe, Size, 8);
        Assert.That(
            async () =>
            {
                // More than pipes and encoder hold.
                for (var part = 0; part < 1_000; part++)
                    await writer.WriteAsync(Frames(100));
            },
            Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task A_sound_in_a_stream_is_read_without_knowing_its_length()
    {
        using var pipe = new Pipe();
        var writer = await SoundStreamWriter.OpenAsync(pipe, 16_000);
        await writer.WriteAsync(new float[700]);
        await writer.WriteAsync(new float[300]);
        await File.WriteAllBytesAsync(TestMedia.PathOf("streamed.wav"), pipe.ToArray());
        using var read = await MediaReader.ReadSoundAsync(TestMedia.PathOf("streamed.wav"));
        Assert.That(read.Samples.Length, Is.EqualTo(1_000));
    }

    [Test]
    public async Task A_sound_that_is_written_in_parts_is_the_sound_that_is_written_at_once()
    {
        var samples = Enumerable.Range(0, 150_000).Select(i => MathF.Sin(i * 0.1f)).ToArray();
        var (once, inParts) = (TestMedia.PathOf("once.wav"), TestMedia.PathOf("in-parts.wav"));
        await MediaWriter.WriteAsync(once, new MediaClip(null, new AudioClip(samples, 16_000)));
        await using (var writer = await SoundFileWriter.OpenAsync(inParts, 16_000))
        {
            await writer.WriteAsync(samples.AsMemory(0, 70_001));
            await writer.WriteAsync(samples.AsMemory(70_001));
            await writer.CompleteAsync();
        }
        Assert.That(await File.ReadAllBytesAsync(inParts), Is.EqualTo(await File.ReadAllBytesAsync(once)));
    }

    [Test]
    public async Task What_is_not_completed_leaves_no_file()
    {
        var folder = Directory.CreateDirectory(TestMedia.PathOf("not-completed")).FullName;
        await using (var video = VideoFileWriter.Open(Path.Join(folder, "a.mp4"), Size, 8))
            await video.WriteAsync(Frames(3));
        await using (var sound = await SoundFileWriter.OpenAsync(Path.Join(folder, "a.wav"), 16_000))
            await sound.WriteAsync(new float[100]);
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public async Task Targets_that_cannot_be_written_are_refused_with_their_reason()
    {
        Assert.That(() => VideoFileWriter.Open("a.png", Size, 8), Throws.TypeOf<MediaException>().With.Message.Contains("names no kind of video"));
        Assert.That(
            () => VideoFileWriter.Open("/no/such/folder/a.mp4", Size, 8), Throws.TypeOf<MediaException>().With.Message.Contains("does not exist"));
        Assert.That(() => SoundFileWriter.OpenAsync("a.mp3", 16_000), Throws.TypeOf<MediaException>().With.Message.Contains("Use .wav."));
        await using var writer = VideoFileWriter.Open(TestMedia.PathOf("other-size.mp4"), Size, 8);
        Assert.That(() => writer.WriteAsync(new PixelFrames(new byte[300], 10, 10)), Throws.ArgumentException.With.Message.Contains("found 10×10"));
    }

    private static PixelFrames Frames(int count)
    {
        var pixels = new byte[count * Size.Pixels * PixelFrames.Channels];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i * 31 / 7);
        return new(pixels, Size.Height, Size.Width);
    }

    private static PixelFrames Part(PixelFrames frames, int first, int count)
    {
        var bytes = frames.Pixels.Length / frames.Count;
        return new(frames.Pixels.Slice(first * bytes, count * bytes), frames.Height, frames.Width);
    }

    private sealed class Pipe(bool isClosed = false) : MemoryStream
    {
        private readonly Lock _guard = new();

        /// <summary>How many fragments are complete, but for the last one's pixels.</summary>
        public int Fragments
        {
            get
            {
                lock (_guard)
                    return ToArray().AsSpan().Count("moof"u8);
            }
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (isClosed)
                throw new IOException("closed");
            lock (_guard)
                Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
