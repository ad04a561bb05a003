using System.Globalization;
using Spectre.Console;
using VideoPoet.CommandLine;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Writes for people what a run of a language model takes.</summary>
internal static class LanguageModelReport
{
    /// <summary>Writes the batches, the tokens, the memory and the speed.</summary>
    public static void Write(LanguageModelCosts costs, TextWriter output)
    {
        foreach (var stage in costs.Groups.GroupBy(group => group.Stage))
        {
            output.WriteLine($"batches     {stage.Key}");
            PlainTable.Write(Batches(stage), output);
        }
        output.WriteLine($"tokens      {FigureText.Count(costs.Tokens)}, of which {FigureText.Count(costs.LearntTokens)} are learnt");
        if (costs.FrozenParameters > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"frozen      {costs.FrozenParameters:N0} parameters"));
        var memory = costs.Memory;
        output.WriteLine(
            $"memory      {FigureText.Bytes(memory.Total)} estimated: weights {FigureText.Bytes(memory.Weights)}, gradients "
            + $"{FigureText.Bytes(memory.Gradients)}, optimiser {FigureText.Bytes(memory.Optimizer)}, average {FigureText.Bytes(memory.Average)}, "
            + $"activations {FigureText.Bytes(memory.Activations)}, loss {FigureText.Bytes(memory.Loss)}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"machine     {costs.PeakFlops / 1e9:N0} GFLOP/s at most as measured, of which probes used {costs.ModelFlopsUtilisation:P0}"));
    }

    private static Table Batches(IEnumerable<GroupCost> groups)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var number in new[] { "prefix + output", "rows", "tokens", "probability", "padding", "seconds" })
            table.AddColumn(new TableColumn(number).RightAligned().NoWrap());
        table.AddColumns("format", "tasks");
        foreach (var group in groups)
        {
            table.AddRow(
                $"{group.PrefixLength} + {group.OutputLength}",
                $"{group.Rows}",
                group.Tokens.ToString("N0", CultureInfo.InvariantCulture),
                group.Probability.ToString("P1", CultureInfo.InvariantCulture),
                group.Padding.ToString("P1", CultureInfo.InvariantCulture),
                group.Seconds is { } seconds ? FigureText.Number(seconds) : "",
                Markup.Escape(group.Format),
                Markup.Escape(string.Join(", ", group.Tasks)));
        }
        return table;
    }
}
