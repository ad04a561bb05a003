using Spectre.Console;

namespace VideoPoet.CommandLine;

/// <summary>Progress as a bar in a terminal, and lines above it.</summary>
internal sealed class ProgressBar(ProgressText text, IAnsiConsole console, ProgressTask task) : IWorkDisplay
{
    private readonly Lock guard = new();

    public void Report(WorkProgress value)
    {
        lock (guard)
        {
            task.IsIndeterminate = value.Total is null;
            if (value.Total is { } total)
                task.MaxValue = total;
            task.Value = value.Done;
            task.Description = Markup.Escape(text.Of(value));
        }
    }

    public void Say(string line)
    {
        lock (guard)
            console.WriteLine(line);
    }
}
