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
            .Where(candidate => Math.Abs(name.Length - candidate.Length) <= Tolerance(name, candidate))
            .Select(candidate => (candidate, distance: EditDistance(name, candidate)))
            .Where(pair => pair.distance <= Tolerance(name, pair.candidate))
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

    // How many mistakes a name may have and still be meant.
    private static int Tolerance(string name, string candidate) => Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);

    // Optimal string alignment: two swapped letters count as one mistake. Only the last three rows of the table are kept.
    private static int EditDistance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1], last = [.. Enumerable.Range(0, right.Length + 1)], row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[right.Length];
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Rule();
}
