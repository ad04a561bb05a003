using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoPoet.TrainerHost.Package;

/// <summary>A model's card for people: the file <c>README.md</c> in its folder.</summary>
internal static class CardPage
{
    private const string FileName = "README.md";

    /// <summary>Writes the page into a folder.</summary>
    public static void Write(ModelCard card, string folder) => File.WriteAllText(Path.Join(folder, FileName), TextOf(card));

    private static string TextOf(ModelCard card)
    {
        var text = new StringBuilder();
        text.Append(Line($"# The model {card.Name}"));
        text.Append(Line($"{Megabytes(card.Bytes)} of weights, packed by VideoPoet.Framework {card.Framework}; licence {card.License}. The same for "
            + $"programs, with the recipes whole, is in `{ModelCard.FileName}`."));
        AppendParts(card, text);
        AppendSequences(card, text);
        AppendEvaluation(card, text);
        if (card.Limits.Count > 0)
        {
            text.Append(Line("## What it cannot do"));
            text.Append(Line(string.Join('\n', card.Limits.Select(limit => $"- {limit}"))));
        }
        return text.ToString().TrimEnd() + "\n";
    }

    private static void AppendParts(ModelCard card, StringBuilder text)
    {
        text.Append(Line("## What it is made of"));
        text.Append("| part | parameters | file | learned from | steps | time | evaluation |\n|---|---|---|---|---|---|---|\n");
        foreach (var part in ModelPart.All.Where(part => card.Parts.ContainsKey(part.Kind)))
        {
            var (made, run) = (card.Parts[part.Kind], card.Parts[part.Kind].Training);
            var figures = run is null ? "" : string.Join(", ", run.Figures
                // Those of the whole, not of its single parts.
                .Where(figure => !figure.Key.Contains("_level", StringComparison.Ordinal) && !figure.Key.Contains('/', StringComparison.Ordinal))
                .Select(figure => $"{figure.Key} {Number(figure.Value)}"));
            text.Append(CultureInfo.InvariantCulture,
                $"| {part.Title} | {made.Parameters:N0} | {made.Precision}, {Megabytes(made.Bytes)} | {run?.Data} | {run?.Steps} | {Time(run)} | {figures} |\n");
        }
        text.Append('\n');
    }

    private static void AppendSequences(ModelCard card, StringBuilder text)
    {
        if (card.Sequences.Count == 0)
            return;
        text.Append(Line("## What it was trained on"));
        text.Append(Line(string.Join('\n', card.Sequences.Select(sequence => $"- {sequence}"))));
    }

    private static void AppendEvaluation(ModelCard card, StringBuilder text)
    {
        if (card.Evaluation is not { } evaluation)
            return;
        text.Append(Line("## How good it is"));
        text.Append(Line("By `./videopoet evaluate`, on requests whose combinations of shape, colour and motion were in no training. The ceiling is what "
            + "the judge reads of the true clips after their way through the tokenizers."));
        text.Append("| task | requests | figure | reached | ceiling |\n|---|---|---|---|---|\n");
        foreach (var task in evaluation.EnumerateObject().Where(task => task.Value.ValueKind == JsonValueKind.Object))
        {
            var ceiling = task.Value.TryGetProperty(EvaluationFigures.Ceiling, out var most) ? most : default;
            var requests = task.Value.GetProperty(EvaluationFigures.Requests);
            var figures = task.Value.EnumerateObject()
                .Where(figure => figure.Name != EvaluationFigures.Requests && figure.Value.ValueKind == JsonValueKind.Number);
            foreach (var figure in figures)
            {
                var best = ceiling.ValueKind == JsonValueKind.Object && ceiling.TryGetProperty(figure.Name, out var value) ? Number(value.GetDouble()) : "";
                text.Append(CultureInfo.InvariantCulture,
                    $"| {task.Name} | {requests} | {figure.Name} | {Number(figure.Value.GetDouble())} | {best} |\n");
            }
        }
        text.Append('\n');
    }

    private static string Line(string line) => $"{line}\n\n";

    private static string Time(RunFacts? run) =>
        run is null ? "" : TimeSpan.FromSeconds(Math.Round(run.Seconds)).ToString("c", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
