using Spectre.Console;
using VideoPoet.CommandLine;

namespace VideoPoet.InferenceHost.Tasks;

/// <summary>The table that the verb <c>tasks show</c> writes.</summary>
internal static class LayoutTable
{
    public static void Write(LayoutListing listing, TextWriter output)
    {
        output.WriteLine(
            $"{listing.Task} in {listing.Format}: {listing.PrefixLength} positions of prefix + {listing.OutputLength} of output = {listing.Length}");
        output.WriteLine($"fingerprint {listing.Fingerprint}");
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("part");
        table.AddColumn(new TableColumn("positions").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("legal ids").RightAligned().NoWrap());
        table.AddColumns("content", "learnt");
        foreach (var run in listing.Runs)
        {
            table.AddRow(
                run.Part,
                Range.Of(run.Start, run.Start + run.Length - 1),
                Range.Of(run.FirstId, run.LastId),
                Markup.Escape(run.Content),
                run.Learnt ? "yes" : "");
        }
        PlainTable.Write(table, output);
    }
}
