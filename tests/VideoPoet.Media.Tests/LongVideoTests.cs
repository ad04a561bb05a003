using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class LongVideoTests
{
    private const int FramesPerSecond = 10, PartFrames = 16;

    // What the collector and the pools may make of it; the shorter of the two videos has six times as much in pixels.
    private const long Flat = 64 << 20;

    [TestCase(60)]
    [TestCase(600, Explicit = true, Reason = "it writes and reads ten minutes of video")]
    public async Task A_video_of_any_length_is_read_in_the_memory_of_a_part(int seconds)
    {
        var path = TestMedia.Make(
            $"long-{seconds}.mp4", "-f", "lavfi", "-i", $"testsrc=size=320x240:rate={FramesPerSecond}:duration={seconds}", "-preset", "ultrafast");
        var (frames, tenths) = (0, new (long Own, long Program)[10]);
        await foreach (var part in MediaReader.ReadPartsAsync(path, PartFrames, new() { Size = new(480, 480) }))
        {
            using var _ = part;
            var tenth = frames * 10 / (seconds * FramesPerSecond);
            frames += part.Frames.Count;
            tenths[tenth] = (Math.Max(tenths[tenth].Own, Usage.Resident), Math.Max(tenths[tenth].Program, Usage.ResidentOfChildren));
        }

        foreach (var (tenth, (own, program)) in tenths.Index())
            TestContext.Out.WriteLine($"tenth {tenth + 1}: this process {own >> 20} MiB, ffmpeg {program >> 20} MiB");
        Assert.That(frames, Is.EqualTo(seconds * FramesPerSecond));
        // The first tenth fills the pools.
        Assert.That(tenths[9].Own - tenths[0].Own, Is.LessThan(Flat));
        // ffmpeg has ended when the last parts are still being taken.
        Assert.That(tenths[8].Program - tenths[0].Program, Is.LessThan(Flat));
    }
}
