using Spectre.Console;

namespace VideoPoet.CommandLine;

/// <summary>Writes a table as wide as it needs to be, so that a pipe or a file gets whole lines.</summary>
public static class PlainTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Table table, TextWriter output)
    {
        var isRedirected = output == Console.Error ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        if (isRedirected)
            console.Profile.Width = int.MaxValue / 2;
        console.Write(table);
    }
}
