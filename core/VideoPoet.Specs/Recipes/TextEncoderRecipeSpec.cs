using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>A whole run that trains a text encoder by filling gaps in texts.</summary>
public sealed record TextEncoderRecipeSpec : RecipeSpec
{
    /// <summary>The model whose text encoder is trained.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>The SentencePiece model, starting from the working directory; with a sentinel its pieces fit the encoder's vocabulary.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>The texts that it learns from.</summary>
    public required TextDataSpec Data { get; init; }

    /// <summary>The texts of a batch.</summary>
    [Range(1, 65_536)]
    public required int Batch { get; init; }

    /// <summary>The largest number of pieces of a text; what is longer is cut.</summary>
    [Range(4, 4_096)]
    public int Length { get; init; } = 64;

    /// <summary>The gaps.</summary>
    public TextCorruptionSpec Corruption { get; init; } = new();
}

/// <summary>The texts that a network learns from.</summary>
public sealed record TextDataSpec
{
    /// <summary>A text file with one text a line, or a manifest (JSONL or CSV) or folder with captions; <c>--data</c> takes its place.</summary>
    public required string Source { get; init; }

    /// <summary>The share of the texts, chosen by what they say, that is kept for measuring.</summary>
    [Range(0.0, 0.5)]
    public Share HeldOut { get; init; } = new(0.05);
}

/// <summary>How gaps are cut into texts; the defaults are T5's.</summary>
public sealed record TextCorruptionSpec
{
    /// <summary>The share of pieces that are to be predicted.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public Share Density { get; init; } = new(0.15);

    /// <summary>The mean number of pieces in a gap.</summary>
    [Range(1.0, 100.0)]
    public double SpanLength { get; init; } = 3;
}
