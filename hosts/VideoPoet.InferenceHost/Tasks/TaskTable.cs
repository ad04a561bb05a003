using Spectre.Console;
using VideoPoet.CommandLine;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>The table that the verb <c>tasks</c> writes.</summary>
internal static class TaskTable
{
    public static void Write(IReadOnlyList<TaskListing> tasks, IReadOnlyList<string> formats, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Simple).Caption("lengths: prefix + output; inputs in parentheses are optional");
        table.AddColumns("task", "token", "inputs", "outputs");
        foreach (var format in formats)
            table.AddColumn(new TableColumn(format).RightAligned().NoWrap());
        foreach (var task in tasks)
            table.AddRow([.. Description(task), .. formats.Select(format => Lengths(task, format))]);
        PlainTable.Write(table, output);
    }

    private static IEnumerable<string> Description(TaskListing task) =>
    [
        task.Name,
        task.Token,
        string.Join(", ", [.. task.Inputs, .. task.OptionalInputs.Select(input => $"({input})")]),
        string.Join(", ", task.Outputs),
    ];

    private static string Lengths(TaskListing task, string format) =>
        task.Formats.FirstOrDefault(candidate => candidate.Format == format) is { } lengths ? $"{lengths.PrefixLength} + {lengths.OutputLength}" : "";
}
