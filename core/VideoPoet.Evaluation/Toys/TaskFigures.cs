using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>What came of all requests of a task.</summary>
/// <param name="Count">How many requests.</param>
/// <param name="Figures">Each figure, from 0 to 1; one about which nothing was asked is left out.</param>
/// <param name="Ceiling">The same of the true clips after their way through the tokenizers: the most that could be reached.</param>
public sealed record TaskFigures(int Count, IReadOnlyDictionary<string, double> Figures, IReadOnlyDictionary<string, double> Ceiling)
{
    // Smaller is better.
    private const string Error = "_error";

    // Of how many things there are how many were seen.
    private static readonly (string Name, int All)[] s_coverage =
        [("shapes", Enum.GetValues<Shape>().Length), ("colours", Enum.GetValues<Colour>().Length)];

    /// <summary>The mean of the figures, errors taken from 1: what the settings are chosen by.</summary>
    public double Mean => Figures.Average(figure => figure.Key.EndsWith(Error, StringComparison.Ordinal) ? 1 - figure.Value : figure.Value);

    /// <summary>Sums results up.</summary>
    /// <param name="results">The results.</param>
    public static TaskFigures Of(IReadOnlyCollection<ToyResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new(
            results.Count,
            Sum(results, result => result.Marks, result => result.Seen),
            Sum(results, result => result.Ceiling, result => result.CeilingSeen));
    }

    private static Dictionary<string, double> Sum(
        IEnumerable<ToyResult> results, Func<ToyResult, IReadOnlyDictionary<string, Mark>> marks, Func<ToyResult, IReadOnlyList<string>> seen)
    {
        var figures = results.SelectMany(marks).GroupBy(mark => mark.Key)
            .Select(group => (Name: group.Key, All: group.Aggregate(new Mark(0, 0), (all, mark) => all.And(mark.Value))))
            .Where(figure => figure.All.Asked > 0).ToDictionary(figure => figure.Name, figure => figure.All.Share);
        var all = results.SelectMany(seen).Distinct().ToArray();
        foreach (var (name, count) in s_coverage.Where(_ => all.Length > 0))
            figures[name] = all.Count(one => one.StartsWith($"{name} ", StringComparison.Ordinal)) / (double)count;
        return figures;
    }
}
