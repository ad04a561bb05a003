using VideoPoet.Media;

namespace VideoPoet.Tests;

public sealed class ToolProcessTests
{
    private static readonly ToolCommand Endless = new("sleep", "clip.mp4", ["600"]);

    [Test]
    public async Task Cancelling_kills_the_program()
    {
        using var stop = new CancellationTokenSource();
        await using var process = ToolProcess.Start(Endless, TimeSpan.FromMinutes(5), stop.Token);
        await stop.CancelAsync();
        Assert.That(() => process.CompleteAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(process.HasExited, Is.True);
    }

    [TestCase("exit 255"), TestCase("kill -KILL $$")]
    public async Task An_interruption_that_reaches_the_program_before_the_caller_is_told_as_the_callers(string end)
    {
        using var stop = new CancellationTokenSource();
        await using var process = ToolProcess.Start(new("sh", "clip.mp4", ["-c", end]), TimeSpan.FromMinutes(5), stop.Token);
        while (!process.HasExited)
            await Task.Delay(5);
        var completion = process.CompleteAsync();
        await stop.CancelAsync();
        Assert.That(() => completion, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_program_that_dies_by_itself_is_told_as_a_failure()
    {
        await using var process = ToolProcess.Start(new("sh", "clip.mp4", ["-c", "kill -KILL $$"]), TimeSpan.FromMinutes(5), CancellationToken.None);
        Assert.That(await Refusal.Of(process.CompleteAsync), Does.Contain("the program ended with code 137"));
    }

    [Test]
    public async Task A_program_that_takes_too_long_is_killed_and_the_limit_is_named()
    {
        await using var process = ToolProcess.Start(Endless, TimeSpan.FromSeconds(0.05), CancellationToken.None);
        Assert.That(await Refusal.Of(process.CompleteAsync), Does.StartWith("clip.mp4: cannot be read within 0.05 s"));
        Assert.That(process.HasExited, Is.True);
    }

    [Test]
    public async Task The_time_does_not_run_while_it_is_paused()
    {
        await using var process = ToolProcess.Start(new("cat", "clip.mp4", []), TimeSpan.FromSeconds(2), CancellationToken.None);
        process.PauseTime();
        await Task.Delay(TimeSpan.FromSeconds(2.2));
        Assert.That(process.HasExited, Is.False);
    }

    [Test]
    public void A_program_that_is_not_installed_is_named_and_at_fault()
    {
        var refusal = Assert.Throws<MediaException>(
            () => ToolProcess.Start(new("no-such-ffmpeg", "clip.mp4", []), TimeSpan.FromSeconds(9), CancellationToken.None))!;
        Assert.That(refusal.Message, Does.Contain("'no-such-ffmpeg'").And.Contain("Install ffmpeg"));
        Assert.That(refusal.IsFaultOfTool, Is.True);
    }

    [Test]
    public async Task A_program_that_stops_listening_is_told_by_its_own_words()
    {
        await using var process = ToolProcess.Start(
            new("ffmpeg", "clip.mp4", ["-v", "error", "-f", "no-such-format", "-i", "pipe:0"]), TimeSpan.FromSeconds(60), CancellationToken.None);
        await process.WriteAsync(new byte[8 << 20]);
        Assert.That(await Refusal.Of(process.CompleteAsync), Does.Contain("no-such-format"));
    }

    [Test]
    public async Task A_flood_of_complaints_neither_blocks_the_program_nor_fills_the_memory()
    {
        var tail = await Complaints.TailAsync(new StringReader(string.Concat(Enumerable.Repeat("broken packet\n", 100_000)) + "the end\n"));
        Assert.That(tail.Length, Is.LessThan(10_000));
        Assert.That(Complaints.Reason(tail, 1), Is.EqualTo("broken packet; the end"));
    }

    [Test]
    public void A_complaint_is_told_without_addresses_and_in_one_line() => Assert.That(
        Complaints.Reason("[mov,mp4 @ 0x55b369ed4e40] moov atom not found\nfile:/tmp/x.mp4: Invalid data found when processing input\n", 1),
        Is.EqualTo("moov atom not found; Invalid data found when processing input"));

    [Test]
    public void Formats_that_open_other_files_are_left_out() => Assert.That(
        SafeFormats.Parse(
            "File formats:\n D. = Demuxing supported\n --\n D  concat  Script\n DE gif  Gif\n  E mp4  Mp4\n D  mov,mp4  Mov\n D  hls,x  Hls\n"),
        Is.EqualTo("gif,mov,mp4"));

    [Test]
    public void Formats_are_found_beside_the_devices_of_newer_lists() => Assert.That(
        SafeFormats.Parse(
            "Formats:\n D.. = Demuxing supported\n .E. = Muxing supported\n ..d = Is a device\n ---\n"
            + " D   concat          Script\n DE  gif             Gif\n  E  mp4             Mp4\n"
            + " D   mov,mp4         Mov\n D d lavfi           Lavfi\n"),
        Is.EqualTo("gif,mov,mp4"));

    [TestCase("")]
    [TestCase("Formats:\n ---\n")]
    [TestCase("Formats:\n D. = Demuxing supported\n D  gif  Gif\n")]
    public void A_list_that_names_no_format_is_not_taken_for_one(string table) => Assert.That(
        () => SafeFormats.Parse(table), Throws.InstanceOf<MediaException>().With.Message.Contains("ffmpeg: does not say which formats it reads"));
}
