using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoPoet.Core;

/// <summary>Values chosen for a task's parameters, by name; immutable, and equal when every value is.</summary>
public sealed partial class TaskParameters : IEquatable<TaskParameters>
{
    private readonly ImmutableSortedDictionary<string, string> _values;

    private TaskParameters(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>No value is chosen: every parameter has its default.</summary>
    public static TaskParameters None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The names of the parameters that have a chosen value.</summary>
    public IEnumerable<string> Chosen => _values.Keys;

    /// <summary>The same values with one chosen.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The value: a number, a word, or a member of an enumeration.</param>
    public TaskParameters With(string name, object value) => new(_values.SetItem(
        Names.Check(name, "parameter"),
        value is Enum member ? WordOf(member) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    /// <summary>A whole number.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="defaultValue">The value when none is chosen.</param>
    /// <param name="min">The smallest valid value.</param>
    /// <param name="max">The largest valid value.</param>
    /// <exception cref="TaskParameterException">The chosen value is not a whole number in the range.</exception>
    public int Get(string name, int defaultValue, int min = int.MinValue, int max = int.MaxValue)
    {
        if (!_values.TryGetValue(name, out var text))
            return defaultValue;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        var limits = (min, max) switch
        {
            (int.MinValue, int.MaxValue) => "",
            (_, int.MaxValue) => $" of at least {min}",
            (int.MinValue, _) => $" of at most {max}",
            _ => $" from {min} to {max}",
        };
        throw new TaskParameterException(name, $"the parameter '{name}' must be a whole number{limits}, found '{text}'.");
    }

    /// <summary>A word for a member of an enumeration; <c>CenterLeft</c> is written <c>center-left</c>.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="defaultValue">The value when none is chosen.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <exception cref="TaskParameterException">The chosen value is not a member.</exception>
    public T Get<T>(string name, T defaultValue)
        where T : struct, Enum
    {
        if (!_values.TryGetValue(name, out var text))
            return defaultValue;
        foreach (var member in Enum.GetValues<T>())
        {
            if (WordOf(member) == text)
                return member;
        }
        var words = string.Join(", ", Enum.GetValues<T>().Select(member => WordOf(member)));
        throw new TaskParameterException(name, $"the parameter '{name}' must be one of {words}, found '{text}'.");
    }

    /// <summary>Every combination of the values that training draws from; one empty combination when there is no parameter.</summary>
    /// <param name="parameters">The parameters.</param>
    public static IEnumerable<TaskParameters> Combinations(IEnumerable<TaskParameter> parameters) => parameters.Aggregate(
        (IEnumerable<TaskParameters>)[None],
        (combinations, parameter) => combinations.SelectMany(values => parameter.Choices.Select(choice => values.With(parameter.Name, choice))));

    /// <inheritdoc/>
    public bool Equals(TaskParameters? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TaskParameters);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The chosen values, such as <c>frames=5 mask=central</c>.</summary>
    public override string ToString() => string.Join(' ', _values.Select(value => $"{value.Key}={value.Value}"));

    internal static string WordOf(Enum member) => WordStart().Replace(member.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
