namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>What a SentencePiece model file says.</summary>
internal sealed record SentencePieceModel
{
    /// <summary>The vocabulary in the order of ids; every text occurs once.</summary>
    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>How text is prepared.</summary>
    public required NormaliserRules Normaliser { get; init; }

    /// <summary>Whether characters that no piece covers are written as bytes; then there is a piece for each byte.</summary>
    public required bool HasByteFallback { get; init; }

    /// <summary>The text of the piece that ends a sentence.</summary>
    public required string EndPiece { get; init; }

    /// <summary>The text of the piece that fills a batch.</summary>
    public required string PaddingPiece { get; init; }

    /// <summary>The id of every piece's text.</summary>
    public required IReadOnlyDictionary<string, int> Ids { get; init; }

    /// <summary>The id of a piece, or null when there is none of this text and kind.</summary>
    /// <param name="text">The text of the piece.</param>
    /// <param name="kind">What the piece must be for.</param>
    public int? IdOf(string text, PieceKind kind) => Ids.TryGetValue(text, out var id) && Pieces[id].Kind == kind ? id : null;

    /// <summary>The ids of the pieces that are for one thing.</summary>
    /// <param name="kind">What they are for.</param>
    public IEnumerable<int> IdsOf(PieceKind kind) => Enumerable.Range(0, Pieces.Count).Where(id => Pieces[id].Kind == kind);
}
