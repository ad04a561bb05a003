using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace VideoPoet.Specs.Binding;

/// <summary>The numbers that a value may have.</summary>
internal readonly record struct NumberRange(double Minimum, double Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive)
{
    public static NumberRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity, false, false);

    public static NumberRange Of(RangeAttribute? attribute) => attribute is null
        ? Any
        : new(Bound(attribute.Minimum), Bound(attribute.Maximum), attribute.MinimumIsExclusive, attribute.MaximumIsExclusive);

    /// <summary>The part of the range that lies between two numbers.</summary>
    public NumberRange Within(double minimum, double maximum) =>
        this with { Minimum = Math.Max(Minimum, minimum), Maximum = Math.Min(Maximum, maximum) };

    public bool Contains(double value) =>
        (MinimumIsExclusive ? value > Minimum : value >= Minimum) && (MaximumIsExclusive ? value < Maximum : value <= Maximum);

    /// <summary>The rule in words, as in "at least 1".</summary>
    public override string ToString()
    {
        var low = double.IsFinite(Minimum) ? Invariant($"{(MinimumIsExclusive ? "greater than" : "at least")} {Minimum}") : null;
        var high = double.IsFinite(Maximum) ? Invariant($"{(MaximumIsExclusive ? "less than" : "at most")} {Maximum}") : null;
        return string.Join(" and ", new[] { low, high }.OfType<string>());
    }

    // The end of a type's own range is no rule worth telling.
    private static double Bound(object bound)
    {
        var number = Convert.ToDouble(bound, CultureInfo.InvariantCulture);
        return number is int.MaxValue or >= long.MaxValue ? double.PositiveInfinity : number;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
