namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>An entry of a vocabulary; its place there is its id.</summary>
/// <param name="Text">The text, not empty.</param>
/// <param name="Score">The logarithm of its probability.</param>
/// <param name="Kind">What it is for.</param>
internal readonly record struct Piece(string Text, float Score, PieceKind Kind);
