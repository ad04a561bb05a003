using Spectre.Console;

namespace VideoPoet.CommandLine;

/// <summary>Progress as a bar in a terminal.</summary>
internal sealed class ProgressBar(string units, ProgressTask task, TimeProvider clock) : IProgress<WorkProgress>
{
    private readonly Lock guard = new();
    private readonly PaceMeter pace = new(clock);

    public void Report(WorkProgress value)
    {
        lock (guard)
        {
            task.IsIndeterminate = value.Total is null;
            if (value.Total is { } total)
                task.MaxValue = total;
            task.Value = value.Done;
            task.Description = Markup.Escape(ProgressDisplay.Describe(units, value, pace.Note(value.Done)));
        }
    }
}
