using VideoPoet.CommandLine;

namespace VideoPoet.Tests;

public sealed class ProgressTests
{
    private readonly Clock _clock = new();
    private StringWriter _output = null!;
    private ProgressLines _lines = null!;

    [SetUp]
    public void Create()
    {
        _output = new();
        _lines = new(new ProgressText("steps", _clock), _output, _clock, TimeSpan.FromSeconds(10));
    }

    [TearDown]
    public void Close() => _output.Dispose();

    [Test]
    public void The_pace_and_the_time_that_is_left_come_from_the_reports()
    {
        Report(100, 1_000);
        Report(120, 1_000, seconds: 10, details: "loss 0.5");
        Assert.That(Lines, Is.EqualTo(new[] { "100 of 1000 steps", "120 of 1000 steps, 2 steps/s, 7:20 left, loss 0.5" }));
    }

    [Test]
    public void A_minute_ago_does_not_count()
    {
        for (var i = 0; i <= 20; i++)
            Report(i, 10_000, seconds: 10);
        for (var i = 1; i <= 8; i++)
            Report(20 + 100 * i, 10_000, seconds: 10);
        Assert.That(Lines[^1], Does.Contain(" 10 steps/s"));
    }

    [Test]
    public void Who_knows_better_is_believed()
    {
        _lines.Report(new(5, 10) { PerSecond = 0.25, Remaining = TimeSpan.FromSeconds(4_000) });
        Assert.That(Lines, Is.EqualTo(new[] { "5 of 10 steps, 0.25 steps/s, 1:06:40 left" }));
    }

    [Test]
    public void Between_lines_there_is_time_and_the_last_report_is_written()
    {
        for (var i = 0; i < 100; i++)
            Report(i, null, seconds: 0.11);
        _lines.Say("a message");
        _lines.Finish();
        _lines.Finish();
        Assert.That(Lines, Has.Length.EqualTo(4));
        Assert.That(Lines[2..], Is.EqualTo(new[] { "a message", Lines[^1] }).And.Some.StartsWith("99 steps, "));
    }

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private void Report(double done, double? total, double seconds = 0, string details = "")
    {
        _clock.Advance(seconds);
        _lines.Report(new(done, total, details));
    }

    private sealed class Clock : TimeProvider
    {
        private long _milliseconds;

        public override long TimestampFrequency => 1_000;

        public void Advance(double seconds) => _milliseconds += (long)(seconds * 1_000);

        public override long GetTimestamp() => _milliseconds;
    }
}
