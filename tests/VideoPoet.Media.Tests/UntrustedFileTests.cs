using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class UntrustedFileTests
{
    private static readonly MediaReadOptions Small = new()
    {
        Limits = new() { Time = TimeSpan.FromSeconds(10), PicturePixels = 1 << 20, DecodedBytes = 64 << 20 },
    };

    [Test]
    public async Task Garbage_is_refused_by_name()
    {
        var path = await Written("garbage.mp4", [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 31))]);
        Assert.That(await Refused(path), Does.StartWith(path + ": cannot be read: "));
    }

    [Test]
    public async Task Garbage_with_the_name_of_an_image_is_not_taken_for_a_list() =>
        Assert.That(await Refused(await Written("garbage.jpg", [.. "this is no image"u8])), Does.Contain("not the image that its name promises"));

    [Test]
    public async Task An_empty_file_is_refused() => Assert.That(await Refused(await Written("empty.mp4", [])), Does.Contain("is empty"));

    [Test]
    public async Task A_missing_file_is_refused() => Assert.That(await Refused(TestMedia.PathOf("nowhere.mp4")), Does.Contain("does not exist"));

    [Test]
    public async Task A_folder_is_refused() => Assert.That(await Refused(TestMedia.Folder), Does.Contain("is a folder"));

    [Test]
    public async Task A_name_that_looks_like_an_option_is_refused() =>
        Assert.That(await Refused("-version"), Does.Contain("hyphen").And.Contain("./"));

    [Test]
    public async Task A_device_is_refused() => Assert.That(await Refused("/dev/zero"), Does.Contain("is empty"));

    [Test]
    public async Task A_truncated_mp4_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(TestMedia.MovingPictures(".mp4"));
        Assert.That(await Refused(await Written("truncated.mp4", whole[..(whole.Length / 2)])), Does.Contain("moov atom not found"));
    }

    [TestCase("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile:{0}\n#EXT-X-ENDLIST\n")]
    [TestCase("list.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n{0}\n#EXT-X-ENDLIST\n")]
    [TestCase("list.txt", "ffconcat version 1.0\nfile {1}\n")]
    public async Task A_list_cannot_make_other_files_part_of_the_clip(string name, string content)
    {
        var other = TestMedia.MovingPictures(".mp4");
        var text = content.Replace("{0}", other, StringComparison.Ordinal).Replace("{1}", Path.GetFileName(other), StringComparison.Ordinal);
        Assert.That(await Refused(await Written(name, System.Text.Encoding.UTF8.GetBytes(text))), Does.Contain("list of other files"));
    }

    [Test]
    public async Task A_name_that_looks_like_an_address_is_a_file()
    {
        var path = TestMedia.PathOf("http:");
        File.Copy(TestMedia.RedThenBlue, path, overwrite: true);
        using var clip = await MediaReader.ReadVideoAsync(path);
        Assert.That(clip.Frames.Count, Is.EqualTo(20));
    }

    [Test]
    public async Task A_picture_with_too_many_pixels_is_refused_before_it_is_decoded()
    {
        string[] huge = ["-f", "lavfi", "-i", "color=red:size=2000x2000", "-frames:v", "1"];
        Assert.That(await Refused(TestMedia.Make("huge.png", huge)), Does.Contain("the 1048576 pixels that are allowed"));
        Assert.That(await Refused(TestMedia.Make("huge.mp4", huge)), Does.Contain("more pixels than are allowed"));
        Assert.That(await Refused(TestMedia.Make("huge.webm", huge)), Does.Contain("pixels").And.Contain("allowed"));
    }

    [Test]
    public async Task A_clip_that_does_not_fit_into_the_memory_allowed_is_refused()
    {
        var limits = new MediaLimits { DecodedBytes = 160 * 120 * 3 * 20 };
        Assert.That(await Refused(TestMedia.MovingPictures(".mp4"), new() { Limits = limits }), Does.Contain("bytes of memory"));
        var known = new MediaReadOptions { Duration = TimeSpan.FromSeconds(2), Limits = limits };
        Assert.That(await Refused(TestMedia.MovingPictures(".mp4"), known), Does.Contain("bytes of memory"));
        using var fitting = await MediaReader.ReadVideoAsync(
            TestMedia.MovingPictures(".mp4"), new() { Duration = TimeSpan.FromSeconds(0.8), Limits = limits });
        Assert.That(fitting.Frames.Count, Is.EqualTo(20));
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused() => Assert.That(
        await Refused(TestMedia.RedThenBlue, new() { Limits = new() { FileBytes = 100 } }), Does.Contain("100 are allowed"));

    [Test]
    public void A_cancelled_reading_ends_as_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var part in MediaReader.ReadPartsAsync(TestMedia.MovingPictures(".mp4"), 1, null, stop.Token))
            {
                part.Dispose();
                await stop.CancelAsync();
            }
        });
        Assert.That(() => reading, Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("raw.yuv", "rawvideo"), TestCase("raw.sw", "s16le"), TestCase("raw.ul", "mulaw")]
    public async Task A_raw_file_is_refused_because_it_does_not_say_what_it_holds(string name, string format)
    {
        string[] source = name.EndsWith(".yuv") ? ["-f", "lavfi", "-i", "testsrc=duration=1"] : ["-f", "lavfi", "-i", "sine=duration=1"];
        Assert.That(await Refused(TestMedia.Make(name, [.. source, "-f", format])), Does.Contain("it is raw: nothing in it tells its rate"));
    }

    [Test]
    public async Task A_text_is_not_read_as_the_pictures_of_a_terminal()
    {
        byte[] text = [.. Enumerable.Repeat("a dog runs on a beach\n"u8.ToArray(), 200).SelectMany(line => line)];
        Assert.That(await Refused(await Written("caption.txt", text)), Does.Contain("it is a text"));
    }

    [Test]
    public async Task A_file_for_which_the_program_takes_too_much_memory_is_refused()
    {
        // More than ffmpeg takes for nothing, and less than a few of these pictures take.
        string[] large = ["-f", "lavfi", "-i", "testsrc=size=3000x3000:rate=25:duration=2", "-preset", "ultrafast"];
        var options = new MediaReadOptions { Size = new(32, 32), Limits = new() { ProgramBytes = 64 << 20 } };
        Assert.That(await Refused(TestMedia.Make("large.mp4", large), options), Does.Contain("the 67108864 bytes of memory that ff"));
    }

    private static async Task<string> Written(string name, byte[] content)
    {
        var path = TestMedia.PathOf(name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    private static Task<string> Refused(string path) => Refused(path, Small);

    private static Task<string> Refused(string path, MediaReadOptions options) => Refusal.Of(() => MediaReader.ReadAsync(path, options));
}
