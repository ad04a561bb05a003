namespace VideoPoet.CommandLine;

/// <summary>How fast work goes, from its last minute: work that was done before, or at another pace, does not count.</summary>
/// <param name="clock">The clock.</param>
internal sealed class PaceMeter(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<(long Time, double Done)> marks = [];

    /// <summary>Notes what is done now.</summary>
    /// <param name="done">How many units.</param>
    /// <returns>Units a second; null before there are two different times to tell.</returns>
    public double? Note(double done)
    {
        var now = clock.GetTimestamp();
        marks.Enqueue((now, done));
        while (marks.Count > 2 && clock.GetElapsedTime(marks.Peek().Time, now) > Window)
            marks.Dequeue();
        var (time, before) = marks.Peek();
        var seconds = clock.GetElapsedTime(time, now).TotalSeconds;
        return seconds > 0 && done > before ? (done - before) / seconds : null;
    }
}
