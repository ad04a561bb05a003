namespace VideoPoet.CommandLine;

/// <summary>Progress as lines: the first report, the last one, and one now and then between.</summary>
internal sealed class ProgressLines(ProgressText text, TextWriter output, TimeProvider clock, TimeSpan every) : IWorkDisplay
{
    private readonly Lock guard = new();
    private long? written;
    private string? waiting;

    public void Report(WorkProgress value)
    {
        lock (guard)
        {
            waiting = text.Of(value);
            if (written is not { } last || clock.GetElapsedTime(last) >= every)
                Write();
        }
    }

    public void Say(string line)
    {
        lock (guard)
            output.WriteLine(line);
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
