namespace VideoPoet.CommandLine;

/// <summary>Progress as lines: the first report, the last one, and one now and then between.</summary>
internal sealed class ProgressLines(string units, TextWriter output, TimeProvider clock, TimeSpan every) : IProgress<WorkProgress>
{
    private readonly Lock guard = new();
    private readonly PaceMeter pace = new(clock);
    private long? written;
    private string? waiting;

    public void Report(WorkProgress value)
    {
        lock (guard)
        {
            waiting = ProgressDisplay.Describe(units, value, pace.Note(value.Done));
            if (written is not { } last || clock.GetElapsedTime(last) >= every)
                Write();
        }
    }

    /// <summary>Writes the last report if it was not written yet.</summary>
    public void Finish()
    {
        lock (guard)
            Write();
    }

    private void Write()
    {
        if (waiting is null)
            return;
        output.WriteLine(waiting);
        (waiting, written) = (null, clock.GetTimestamp());
    }
}
