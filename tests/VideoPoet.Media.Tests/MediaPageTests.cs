using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Tests;

/// <summary>Runs what docs/media.md shows.</summary>
public sealed class MediaPageTests
{
    [Test]
    public void The_page_shows_what_is_run_here() => Page.CheckCode("media.md");

    [Test]
    public async Task What_the_page_shows_does_what_it_says()
    {
        var path = TestMedia.MovingPictures(".mp4");
        var (target, picture) = (TestMedia.PathOf("page.webm"), TestMedia.PathOf("page.png"));
        var (comparison, spectrogram) = (TestMedia.PathOf("page-comparison.png"), TestMedia.PathOf("page-spectrogram.png"));

        #region Read
        var options = MediaReadOptions.For(VideoFormats.BuiltIn["square-17"]) with { Start = TimeSpan.FromSeconds(0.5) };
        using var clip = await MediaReader.ReadAsync(path, options);
        Console.WriteLine($"{clip.Video!.Frames.Count} frames of {clip.Video.Size}, {clip.Sound!.Samples.Length} samples");
        #endregion

        Assert.That((clip.Video.Frames.Count, clip.Video.Size, clip.Sound.Samples.Length), Is.EqualTo((17, new FrameSize(128, 128), 34_000)));

        #region Read part by part
        var frames = 0;
        await foreach (var part in MediaReader.ReadPartsAsync(path, partFrames: 16, new() { FramesPerSecond = 8, Size = new(128, 128) }))
        {
            using (part)
                frames += part.Frames.Count;
        }
        #endregion

        Assert.That(frames, Is.EqualTo(24));

        #region Write
        await MediaWriter.WriteAsync(target, clip);
        await MediaWriter.WritePictureAsync(picture, ContactSheet.Draw(clip.Video.Frames));
        #endregion

        Assert.That((await MediaReader.ProbeAsync(target)).Video!.Codec, Is.EqualTo("vp9"));
        Assert.That((await MediaReader.ProbeAsync(picture)).IsImage, Is.True);

        #region Pictures
        var smaller = FrameResizer.Resize(clip.Video.Frames, new(64, 64));
        var rows = new[] { new SheetRow(clip.Video.Frames, "original"), new SheetRow(smaller, "smaller") };
        await MediaWriter.WritePictureAsync(comparison, ContactSheet.Draw(rows));
        await MediaWriter.WritePictureAsync(spectrogram, await SpectrogramPicture.DrawAsync(clip.Sound, new(640, 320)));
        #endregion

        Assert.That((await MediaReader.ProbeAsync(comparison)).Video!.Size.Width, Is.EqualTo(17 * 132 + 4));
        Assert.That((await MediaReader.ProbeAsync(spectrogram)).Video!.Size, Is.EqualTo(new FrameSize(640, 320)));

        #region Limits
        var strict = new MediaLimits
        {
            Time = TimeSpan.FromSeconds(10),   // for each step: properties, pictures or a part of them, sound
            FileBytes = 100 << 20,             // the file itself
            PicturePixels = 1920 * 1080,       // a picture in it, before it is decoded
            DecodedBytes = 256 << 20,          // what it becomes in this process
            ProgramBytes = 512 << 20,          // what ffmpeg takes for it
        };
        using var checkedClip = await MediaReader.ReadAsync(path, new() { Limits = strict });
        #endregion

        Assert.That(checkedClip.Video!.Frames.Count, Is.EqualTo(75));
    }
}
