using System.Text.Json.Serialization;

namespace VideoPoet.Evaluation;

/// <summary>What came of a question: how much of it was right, of how much there was to be right.</summary>
/// <param name="Right">How much was right.</param>
/// <param name="Asked">How much there was; nothing where the question does not arise.</param>
public readonly record struct Mark(double Right, double Asked)
{
    /// <summary>One question.</summary>
    /// <param name="isRight">Whether the answer was right.</param>
    public static Mark Of(bool isRight) => new(isRight ? 1 : 0, 1);

    /// <summary>The share, from 0 to 1; no number where nothing was asked.</summary>
    [JsonIgnore]
    public double Share => Right / Asked;

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public Mark And(Mark other) => new(Right + other.Right, Asked + other.Asked);
}

/// <summary>What the judge found in one clip.</summary>
/// <param name="Marks">The mark of each figure, by name.</param>
public sealed record Score(IReadOnlyDictionary<string, Mark> Marks)
{
    /// <summary>What was seen, such as <c>shape ball</c>, for figures of many clips together.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];
}
