using System.Collections.ObjectModel;
using VideoPoet.Specs;

namespace VideoPoet.Training;

/// <summary>Everything that a run was started with, to be written into its folder and to be compared when it goes on.</summary>
/// <param name="Values">Every value by its path.</param>
/// <param name="Yaml">The same for reading.</param>
public sealed record RunConfiguration(IReadOnlyDictionary<string, string> Values, string Yaml)
{
    /// <summary>The path of the number of steps.</summary>
    internal const string StepsPath = "steps";

    // What a run may go on with though it has changed: it says how long, how often and where, but not what one step learns.
    private static readonly string[] s_free = [StepsPath, "evaluation:", "checkpoints:", "data:source", "samples", "shardOptimizer"];

    // What may grow: a token that a task has brought shifts no other.
    private const string Growing = "vocabulary:tokens:";

    /// <summary>The configuration that a recipe came to.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="facts">What else must stay as it is, by its path: see <see cref="ITrainee.Facts"/>.</param>
    public static RunConfiguration Of(RecipeSpec recipe, IReadOnlyDictionary<string, string>? facts = null)
    {
        var values = new Dictionary<string, string>(SpecValues.Flatten(recipe));
        foreach (var (path, value) in facts ?? ReadOnlyDictionary<string, string>.Empty)
            values.Add(path, value);
        return new(values, SpecValues.ToYaml(recipe));
    }

    /// <summary>What has changed since a checkpoint was written, in words; first what forbids to go on from it.</summary>
    /// <param name="earlier">The values that the checkpoint was written with.</param>
    internal (IReadOnlyList<string> Forbidden, IReadOnlyList<string> Free) ChangesSince(IReadOnlyDictionary<string, string> earlier)
    {
        var changes = earlier.Keys.Union(Values.Keys)
            .Where(path => earlier.GetValueOrDefault(path) != Values.GetValueOrDefault(path))
            .ToLookup(
                path => s_free.Any(free => free.EndsWith(':') ? path.StartsWith(free, StringComparison.Ordinal) : path == free)
                    || (path.StartsWith(Growing, StringComparison.Ordinal) && !earlier.ContainsKey(path)),
                path => $"{path} was {earlier.GetValueOrDefault(path) ?? "absent"}, is {Values.GetValueOrDefault(path) ?? "absent"}");
        return ([.. changes[false]], [.. changes[true]]);
    }
}
