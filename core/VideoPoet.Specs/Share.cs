using System.Globalization;

namespace VideoPoet.Specs;

/// <summary>A part of a whole, from 0 to 1; in a file a number such as <c>0.25</c> or a percentage such as <c>25%</c>.</summary>
/// <param name="Value">The part, from 0 to 1.</param>
public readonly record struct Share(double Value) : IComparable<Share>
{
    /// <summary>The pattern of a percentage.</summary>
    internal const string Pattern = @"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)%$";

    /// <summary>The whole.</summary>
    public static Share Whole { get; } = new(1);

    /// <summary>So many of a number of steps, rounded.</summary>
    /// <param name="steps">All steps.</param>
    public long Of(long steps) => (long)Math.Round(Value * steps);

    /// <inheritdoc/>
    public int CompareTo(Share other) => Value.CompareTo(other.Value);

    /// <summary>The share as a percentage.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value * 100:0.###}%");

    internal static bool TryParse(string text, out Share share)
    {
        var isPercentage = text.EndsWith('%');
        var digits = isPercentage ? text[..^1] : text;
        var isNumber = double.TryParse(digits, NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number);
        share = new(isPercentage ? number / 100 : number);
        return isNumber && share.Value is >= 0 and <= 1;
    }
}
