using System.Globalization;

namespace VideoPoet.Core;

/// <summary>A parameter of a task, and the values that training draws from unless the mixture names others.</summary>
public sealed record TaskParameter
{
    private TaskParameter(string name, ValueList<string> choices)
    {
        Name = Names.Check(name, "parameter");
        Choices = choices.Count > 0
            ? choices
            : throw new ArgumentException($"the parameter '{name}' needs at least one value to draw from.", nameof(choices));
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The values that training draws from, as they are written in a mixture.</summary>
    public ValueList<string> Choices { get; }

    /// <summary>A whole number.</summary>
    /// <param name="name">The name: lower-case words joined by hyphens.</param>
    /// <param name="choices">The values that training draws from.</param>
    public static TaskParameter Choice(string name, params ReadOnlySpan<int> choices)
    {
        var words = new string[choices.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = choices[i].ToString(CultureInfo.InvariantCulture);
        return new(name, [.. words]);
    }

    /// <summary>A member of an enumeration; training draws from all of them.</summary>
    /// <param name="name">The name: lower-case words joined by hyphens.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static TaskParameter Choice<T>(string name)
        where T : struct, Enum =>
        new(name, Enum.GetValues<T>().Select(member => TaskParameters.WordOf(member)).ToValueList());

    /// <summary>The name and the values.</summary>
    public override string ToString() => $"{Name}: {Choices}";
}
