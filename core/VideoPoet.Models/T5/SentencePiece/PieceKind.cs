namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>What a piece of a vocabulary is for; the values are those of the model file.</summary>
internal enum PieceKind
{
    /// <summary>A part of text.</summary>
    Normal = 1,

    /// <summary>Stands for every character that no piece covers.</summary>
    Unknown = 2,

    /// <summary>Never found in text, such as the end of a sentence.</summary>
    Control = 3,

    /// <summary>Always found whole, and not normalised.</summary>
    UserDefined = 4,

    /// <summary>Never found.</summary>
    Unused = 5,

    /// <summary>One byte of a character that no piece covers.</summary>
    Byte = 6,
}
