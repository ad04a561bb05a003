using System.Globalization;
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
    public static async Task<T> RunAsync<T>(string units, Func<IProgress<WorkProgress>, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Console.IsErrorRedirected)
        {
            var lines = new ProgressLines(units, Console.Error, TimeProvider.System, LineEvery);
            var result = await work(lines).ConfigureAwait(false);
            lines.Finish();
            return result;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new ProgressBar(units, context.AddTask(units), TimeProvider.System)))
            .ConfigureAwait(false);
    }

    /// <summary>Such as <c>120 of 500 steps, 2.31 steps/s, 2:45 left, loss 0.12</c>.</summary>
    internal static string Describe(string units, WorkProgress progress, double? pace)
    {
        var parts = new List<string> { progress.Total is { } total ? $"{Number(progress.Done)} of {Number(total)} {units}" : $"{Number(progress.Done)} {units}" };
        if (pace is { } rate)
        {
            parts.Add($"{rate.ToString(rate < 100 ? "0.##" : "0", CultureInfo.InvariantCulture)} {units}/s");
            if (progress.Total is { } all && all > progress.Done)
                parts.Add($"{Time((all - progress.Done) / rate)} left");
        }
        if (progress.Details.Length > 0)
            parts.Add(progress.Details);
        return string.Join(", ", parts);
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Time(double seconds)
    {
        var whole = (long)Math.Ceiling(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
        return whole < 3600 ? $"{whole / 60}:{whole % 60:00}" : $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}";
    }
}
