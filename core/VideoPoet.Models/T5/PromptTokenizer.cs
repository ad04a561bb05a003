namespace VideoPoet.Models.T5;

/// <summary>Turns prompts into the ids that a T5 encoder reads: the pieces, cut where they are too many, and one end.</summary>
public sealed class PromptTokenizer
{
    /// <summary>The ids that VideoPoet keeps of a prompt, the end included (paper §3.1).</summary>
    public const int PaperLength = 64;

    private readonly int _endId;

    /// <summary>Makes a tokenizer of prompts.</summary>
    /// <param name="pieces">The pieces; they must have an end.</param>
    /// <param name="length">The most ids of a prompt, the end included; at least 1.</param>
    /// <exception cref="ArgumentException">The pieces have no end.</exception>
    public PromptTokenizer(SentencePieceTokenizer pieces, int length = PaperLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _endId = pieces.EndId ?? throw new ArgumentException("The vocabulary of a T5 encoder must have a piece that ends a text.", nameof(pieces));
        Pieces = pieces;
        Length = length;
    }

    /// <summary>The pieces.</summary>
    public SentencePieceTokenizer Pieces { get; }

    /// <summary>The most ids of a prompt, the end included.</summary>
    public int Length { get; }

    /// <summary>The ids of a prompt, 1 to <see cref="Length"/>; those of an empty prompt are only the end.</summary>
    /// <param name="prompt">The prompt.</param>
    public int[] Encode(string prompt) => [.. Pieces.Encode(prompt).Take(Length - 1), _endId];
}
