using System.Text.Json;
using VideoPoet.Training;

namespace VideoPoet.TrainerHost.Package;

/// <summary>What a run's folder says of how its weights came about.</summary>
/// <param name="Recipe">What the run was started with, as YAML.</param>
/// <param name="Data">What it learned from.</param>
/// <param name="Steps">The updates of the weights, up to those that are packed.</param>
/// <param name="Seconds">The time that they took, without evaluations and checkpoints.</param>
/// <param name="Figures">The figures of the last evaluation until then, by name.</param>
internal sealed record RunFacts(string Recipe, string? Data, long Steps, double Seconds, IReadOnlyDictionary<string, double> Figures)
{
    private const string SourceKey = "source:";

    /// <summary>Reads a run.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="ofBest">Whether of its best weights; else of its last ones.</param>
    /// <exception cref="ArgumentException">Nothing says of which step the best weights are.</exception>
    /// <exception cref="FormatException">The log is broken.</exception>
    public static RunFacts Read(string folder, bool ofBest)
    {
        var last = ofBest ? StepOfBest(folder) : long.MaxValue;
        var lines = File.ReadAllLines(Path.Join(folder, "recipe.yaml")).Where(line => !line.StartsWith('#')).Select(WithoutPlace).ToArray();
        var data = lines.SkipWhile(line => line != "data:").Select(line => line.Trim())
            .FirstOrDefault(line => line.StartsWith(SourceKey, StringComparison.Ordinal))?[SourceKey.Length..].Trim();
        var (steps, seconds) = (0L, 0.0);
        var figures = new Dictionary<string, double>();
        foreach (var entry in LogEntries.Of(Path.Join(folder, "log.jsonl")))
        {
            if (entry.GetProperty("step").GetInt64() > last)
                break;
            switch (entry.GetProperty("event").GetString())
            {
                case "step":
                    steps = entry.GetProperty("step").GetInt64();
                    seconds += entry.TryGetProperty("seconds", out var took) ? took.GetDouble() : 0;
                    break;
                case "evaluation":
                    figures = entry.EnumerateObject().Where(property => property.Name != "step" && property.Value.ValueKind == JsonValueKind.Number)
                        .ToDictionary(property => property.Name, property => property.Value.GetDouble());
                    break;
            }
        }
        return new(string.Join('\n', lines) + "\n", data, steps, seconds, figures);
    }

    private static long StepOfBest(string folder) => RunFolder.BestOf(folder)?.Step ?? throw new ArgumentException(
        $"'{folder}' has no checkpoint that says of which step its best weights are. Bring its checkpoints back, or name the folder of these weights "
        + $"alone, '{Path.Join(folder, "best")}', whose history the card then lacks.");

    // Where something lay on the machine that trained is nothing to anybody else.
    private static string WithoutPlace(string line) =>
        line.Split(": ", 2) is [var key, var value] && Path.IsPathRooted(value) ? $"{key}: {Path.GetFileName(value)}" : line;
}
