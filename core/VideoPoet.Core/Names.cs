using System.Text.RegularExpressions;

namespace VideoPoet.Core;

/// <summary>The rule for names of tasks, tokens, views, formats and parameters, and the nearest valid name to a misspelt one.</summary>
public static partial class Names
{
    /// <summary>Checks that a name is lower-case words of letters and digits joined by hyphens, such as <c>text-to-video</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What is named, for the message.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The name breaks the rule.</exception>
    public static string Check(string name, string kind) =>
        name is not null && Rule().IsMatch(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' is not a valid {kind} name: use lower-case letters and digits, words joined by hyphens, such as 'text-to-video'.",
                nameof(name));

    /// <summary>The candidate that a person most probably meant, or null when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What would be valid.</param>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        candidates
            .Select(candidate => (candidate, distance: EditDistance(name, candidate)))
            .Where(pair => pair.distance <= Math.Max(1, Math.Max(name.Length, pair.candidate.Length) / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

    /// <summary>A message that a name is unknown, with the nearest valid name, or all of them when none is near.</summary>
    /// <param name="kind">What is named, such as <c>task</c>.</param>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What would be valid.</param>
    public static string Unknown(string kind, string name, IEnumerable<string> candidates)
    {
        var known = candidates.ToArray();
        var advice = known.Length == 0 ? $"There is no {kind}."
            : Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?"
            : $"Known: {string.Join(", ", known)}.";
        return $"unknown {kind} '{name}'. {advice}";
    }

    // Optimal string alignment: two swapped letters count as one mistake.
    private static int EditDistance(string left, string right)
    {
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }
                var substitution = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var best = Math.Min(substitution, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, distance[i - 2, j - 2] + 1);
                distance[i, j] = best;
            }
        }
        return distance[left.Length, right.Length];
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Rule();
}
