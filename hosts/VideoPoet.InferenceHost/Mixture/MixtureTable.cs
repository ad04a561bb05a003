using System.Globalization;
using Spectre.Console;
using VideoPoet.CommandLine;

namespace VideoPoet.InferenceHost.Mixture;

/// <summary>The tables that the verb <c>mixture show</c> writes: two for each stage.</summary>
internal static class MixtureTable
{
    public static void Write(MixtureListing mixture, TextWriter output)
    {
        output.WriteLine($"{mixture.TokenBudget} output tokens a step");
        foreach (var stage in mixture.Stages)
        {
            output.WriteLine();
            output.WriteLine($"{stage.Name}: {Percent(stage.Start)} to {Percent(stage.End)} of all iterations");
            PlainTable.Write(Tasks(stage), output);
            PlainTable.Write(Groups(stage), output);
        }
    }

    // The probability of each task in each format.
    private static Table Tasks(StageListing stage)
    {
        var formats = stage.Groups.Select(group => group.Format).Distinct().ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumn("task");
        foreach (var format in formats.Append("all"))
            table.AddColumn(new TableColumn(format).RightAligned().NoWrap());
        foreach (var task in stage.Tasks.GroupBy(share => share.Name))
        {
            var shares = task.ToDictionary(share => share.Format, share => share.Probability);
            table.AddRow(
            [
                Markup.Escape(task.Key),
                .. formats.Select(format => shares.TryGetValue(format, out var share) ? Percent(share) : ""),
                Percent(shares.Values.Sum()),
            ]);
        }
        return table;
    }

    // The sequences that share a batch.
    private static Table Groups(StageListing stage)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var number in new[] { "prefix + output", "length", "batch", "probability", "padding" })
            table.AddColumn(new TableColumn(number).RightAligned().NoWrap());
        table.AddColumns("format", "tasks");
        foreach (var group in stage.Groups)
        {
            table.AddRow(
                $"{group.PrefixLength} + {group.OutputLength}",
                $"{group.Length}",
                $"{group.Batch}",
                Percent(group.Probability),
                Percent(group.Padding),
                group.Format,
                Markup.Escape(string.Join(", ", group.Tasks.Select(task => task.Name).Distinct())));
        }
        return table;
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");
}
