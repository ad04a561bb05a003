using System.Globalization;

namespace VideoPoet.Data;

/// <summary>
/// Which of a dataset's shards one machine makes: every <paramref name="Count"/>-th, beginning with the <paramref name="Number"/>-th.
/// </summary>
/// <param name="Number">From 1 to <paramref name="Count"/>.</param>
/// <param name="Count">The number of machines.</param>
public readonly record struct ShardPart(int Number, int Count)
{
    /// <summary>All shards.</summary>
    public static ShardPart Whole { get; } = new(1, 1);

    /// <summary>Reads a part such as <c>2/8</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no part.</exception>
    public static ShardPart Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = text.Split('/');
        return numbers.Length == 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && number >= 1 && number <= count
            ? new(number, count)
            : throw new FormatException($"'{text}' is no part of the shards; write such as 2/8, the second of eight.");
    }

    /// <summary>Whether a shard is of this part.</summary>
    /// <param name="shard">The shard, from 0.</param>
    public bool Has(int shard) => shard % Count == Number - 1;

    /// <summary>Such as <c>2/8</c>.</summary>
    public override string ToString() => $"{Number}/{Count}";
}
