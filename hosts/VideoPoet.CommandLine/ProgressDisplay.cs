using Spectre.Console;

namespace VideoPoet.CommandLine;

/// <summary>Shows on standard error how long work goes on: a bar in a terminal, else a line now and then.</summary>
public static class ProgressDisplay
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <summary>Runs work and shows what it reports.</summary>
    /// <typeparam name="T">What the work returns.</typeparam>
    /// <param name="units">What is counted, in the plural, such as <c>steps</c>.</param>
    /// <param name="work">The work.</param>
    public static async Task<T> RunAsync<T>(string units, Func<IWorkDisplay, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var text = new ProgressText(units, TimeProvider.System);
        if (Console.IsErrorRedirected)
        {
            var lines = new ProgressLines(text, Console.Error, TimeProvider.System, LineEvery);
            var result = await work(lines);
            lines.Finish();
            return result;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new ProgressBar(text, console, context.AddTask(units))));
    }
}
