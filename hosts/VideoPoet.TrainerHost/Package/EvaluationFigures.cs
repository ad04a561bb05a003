using System.Text.Json;

namespace VideoPoet.TrainerHost.Package;

/// <summary>What <c>evaluate --json</c> says of a model: an object a task, with the requests, figures and what figures could reach.</summary>
internal static class EvaluationFigures
{
    /// <summary>The requests of a task, and the figures of the true clips.</summary>
    public const string Requests = "n", Ceiling = "ceiling";

    private const string Reason = "reason"; // why a task was not asked for

    /// <summary>Sees that figures are what a card takes.</summary>
    /// <param name="evaluation">The figures.</param>
    /// <param name="file">The file that they are from.</param>
    /// <returns>The same figures.</returns>
    /// <exception cref="FormatException">They are something else; everything that is wrong is said.</exception>
    public static JsonElement Checked(JsonElement evaluation, string file)
    {
        string[] problems = evaluation.ValueKind == JsonValueKind.Object
            ? [.. evaluation.EnumerateObject().SelectMany(task => ProblemsOf(task))]
            : ["it must be an object of tasks"];
        return problems.Length == 0 ? evaluation : throw new FormatException(
            $"{file}: is not what ./videopoet evaluate --json says of a model: {string.Join("; ", problems)}.");
    }

    private static IEnumerable<string> ProblemsOf(JsonProperty task)
    {
        if (task.Value.ValueKind != JsonValueKind.Object)
            return [$"'{task.Name}' must be an object"];
        string[] missing = task.Value.TryGetProperty(Requests, out _) ? [] : [$"'{task.Name}' lacks '{Requests}'"];
        return missing.Concat(task.Value.EnumerateObject().SelectMany(entry => ProblemsOf(entry, task.Name)));
    }

    private static IEnumerable<string> ProblemsOf(JsonProperty entry, string place) => (entry.Name, entry.Value.ValueKind) switch
    {
        (Ceiling, JsonValueKind.Object) => entry.Value.EnumerateObject().SelectMany(figure => ProblemsOf(figure, $"{place}:{Ceiling}")),
        (Ceiling, _) => [$"'{place}:{Ceiling}' must be an object"],
        (Reason, _) or (_, JsonValueKind.Number) => [],
        _ => [$"'{place}:{entry.Name}' must be a number"],
    };
}
