using System.Globalization;
using System.Text.RegularExpressions;
using VideoPoet.Core;

namespace VideoPoet.Specs.Binding;

/// <summary>Parses the text of scalars; every source of configuration gives text.</summary>
internal static partial class ScalarText
{
    /// <summary>The value that a text stands for, or what it must be instead.</summary>
    public static (object? Value, string? MustBe) Parse(string text, Shape shape) => shape switch
    {
        TextShape => text.Length > 0 ? (text, null) : (null, "text that is not empty"),
        SwitchShape => text is "true" or "false" ? (text == "true", null) : (null, "true or false"),
        ChoiceShape choice => choice.Choices.TryGetValue(text, out var value) ? (value, null) : (null, OneOf(text, choice)),
        ShareShape share => ParseShare(text, share),
        NumberShape number => ParseNumber(text, number),
        _ => throw new ArgumentException($"{shape.GetType().Name} is no scalar.", nameof(shape)),
    };

    /// <summary>What a scalar must be, in words.</summary>
    public static string Describe(Shape shape) => shape switch
    {
        TextShape => "text",
        SwitchShape => "true or false",
        ChoiceShape choice => $"one of {string.Join(", ", choice.Choices.Keys)}",
        ShareShape => "a share such as 25% or 0.25",
        NumberShape number => WithRange(number.Whole ? "a whole number" : "a number", number.Range),
        _ => throw new ArgumentException($"{shape.GetType().Name} is no scalar.", nameof(shape)),
    };

    private static string OneOf(string text, ChoiceShape choice) =>
        Describe(choice) + (Names.Nearest(text, choice.Choices.Keys) is { } nearest ? $" (did you mean '{nearest}'?)" : "");

    private static (object?, string?) ParseShare(string text, ShareShape shape) =>
        !Share.TryParse(text, out var share) ? (null, Describe(shape))
        : shape.Range.Contains(share.Value) ? (share, null)
        : (null, shape.Range.ToString());

    private static (object?, string?) ParseNumber(string text, NumberShape shape)
    {
        if (!(shape.Whole ? WholeNumber() : Number()).IsMatch(text))
            return (null, Describe(shape));

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!shape.Range.Contains(number))
            return (null, shape.Range.ToString());

        object? value = shape.Type == typeof(int) && int.TryParse(text, CultureInfo.InvariantCulture, out var small) ? small
            : shape.Type == typeof(long) && long.TryParse(text, CultureInfo.InvariantCulture, out var large) ? large
            : shape.Type == typeof(double) && double.IsFinite(number) ? number
            : null;
        return (value, value is null ? "a number of smaller size" : null);
    }

    private static string WithRange(string kind, NumberRange range) => range.ToString() is { Length: > 0 } rule ? $"{kind}, {rule}" : kind;

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
