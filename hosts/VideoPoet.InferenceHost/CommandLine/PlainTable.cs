using Spectre.Console;

namespace VideoPoet.InferenceHost.CommandLine;

/// <summary>Writes a table as wide as it needs to be, so that a pipe or a file gets whole lines.</summary>
internal static class PlainTable
{
    public static void Write(Table table, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        if (Console.IsOutputRedirected)
            console.Profile.Width = int.MaxValue / 2;
        console.Write(table);
    }
}
