using System.Globalization;
using Spectre.Console;
using VideoPoet.CommandLine;
using VideoPoet.Toybox;

namespace VideoPoet.TrainerHost.Toybox;

/// <summary>How often the judge was right.</summary>
internal sealed record MeasureListing(
    int Clips, string Format, string Damage, string? VideoTokenizer, IReadOnlyDictionary<string, AttributeListing> Attributes)
{
    private const int ShownMistakes = 6;

    public static MeasureListing Of(JudgeTrial trial, int clips, string format, DamageKind damage, string? tokenizer) => new(
        clips,
        format,
        Words.Of<DamageKind>(damage),
        tokenizer,
        JudgeTrial.Attributes.ToDictionary(name => name, name => AttributeListing.Of(trial.Read[name])));

    /// <summary>Writes it for a person.</summary>
    public void Write(TextWriter output)
    {
        var tokenizer = VideoTokenizer is { } print ? $", back from the tokenizer {print[..12]}" : "";
        output.WriteLine($"{Clips} clips of {Format}, damage {Damage}{tokenizer}");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("attribute", "right", "of", "mistakes (shown → read)");
        foreach (var (name, attribute) in Attributes)
        {
            var mistakes = attribute.Mistakes.Take(ShownMistakes).Select(mistake => $"{mistake.Shown} → {mistake.Read} {mistake.Count}");
            table.AddRow(
                name,
                attribute.Accuracy.ToString("P2", CultureInfo.InvariantCulture),
                attribute.N.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(string.Join(", ", mistakes)));
        }
        PlainTable.Write(table, output);
    }
}

/// <summary>How often one attribute was read right, from 0 to 1, of how many, and every mistake, the most frequent first.</summary>
internal sealed record AttributeListing(int N, double Accuracy, IReadOnlyList<MistakeListing> Mistakes)
{
    public static AttributeListing Of(Confusions read) =>
        new(read.Count, read.Accuracy, [.. read.Wrong.Select(wrong => new MistakeListing(wrong.Shown, wrong.Read, wrong.Count))]);
}

/// <summary>How often one thing was taken for another.</summary>
internal sealed record MistakeListing(string Shown, string Read, int Count);
