namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>How text is prepared before it is cut into pieces; the values are the defaults of the model file.</summary>
internal sealed record NormaliserRules
{
    /// <summary>What replaces which characters.</summary>
    public CharacterMap Characters { get; init; } = CharacterMap.Identity;

    /// <summary>Whether a space is put before the text, or after it, so that a word is the same wherever it stands.</summary>
    public bool AddsSpace { get; init; } = true;

    /// <summary>Whether that space stands after the text.</summary>
    public bool AddsSpaceAfter { get; init; }

    /// <summary>Whether spaces at the ends go, and several become one.</summary>
    public bool RemovesExtraSpaces { get; init; } = true;

    /// <summary>Whether a space becomes U+2581.</summary>
    public bool EscapesSpaces { get; init; } = true;
}
