using Spectre.Console;
using VideoPoet.CommandLine;
using VideoPoet.Data;

namespace VideoPoet.TrainerHost.Tokenize;

/// <summary>Says in words what will be computed, and what was.</summary>
internal static class TokenizingReport
{
    // So many names are a line, and not a page.
    private const int Named = 10;

    /// <summary>What is computed of every window.</summary>
    public static void WritePlan(TokenPlan plan, TextWriter output)
    {
        var table = new Table().Title($"what the tasks ask of '{Markup.Escape(plan.Source)}'");
        table.AddColumns("format", "video", "sound", "computed views");
        foreach (var format in plan.Formats)
        {
            table.AddRow(
                Markup.Escape(format.Format.ToString()), format.HasVideo ? "yes" : "", format.HasSound ? "yes" : "",
                Markup.Escape(string.Join(", ", format.Views.Select(FormatPlan.KeyOf))));
        }
        PlainTable.Write(table, output);
        output.WriteLine(plan.HasText ? "captions are embedded." : "no task reads captions.");
    }

    /// <summary>Says what gave no tokens, and why.</summary>
    public static IEnumerable<string> Left(IReadOnlyList<string> tooShort, IReadOnlyList<BadEntry> badFiles)
    {
        if (tooShort.Count > 0)
        {
            yield return $"{tooShort.Count} shorter than every format and left out: {string.Join(", ", tooShort.Take(Named))}"
                + (tooShort.Count > Named ? " and others" : "");
        }
        foreach (var bad in badFiles)
            yield return $"skipped: {bad.Name}: {bad.Reason}";
    }

    /// <summary>What was made.</summary>
    public static void WriteResult(TokenizingListing listing, TextWriter output)
    {
        var table = new Table();
        table.AddColumns("format", "windows");
        foreach (var (format, windows) in listing.Windows)
            table.AddRow(Markup.Escape(format), $"{windows}");
        PlainTable.Write(table, output);
        output.WriteLine($"{listing.Shards} shards in {listing.Folder}, {listing.FinishedBefore} of them from earlier runs.");
        foreach (var shard in listing.Repaired)
            output.WriteLine($"made again, because it was damaged: {shard}");
        foreach (var line in Left(listing.TooShort, listing.BadFiles))
            output.WriteLine(line);
        if (!listing.Complete)
            output.WriteLine("the shards of other machines are still missing; the index is written by whoever finishes last.");
    }
}
