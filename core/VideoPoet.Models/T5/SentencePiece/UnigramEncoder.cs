namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>Cuts normalised text into the most probable sequence of pieces (Kudo, arXiv 1804.10959), with the rounding of SentencePiece.</summary>
internal sealed class UnigramEncoder
{
    private const float UnknownPenalty = 10;

    // SentencePiece starts its search for the highest score from here.
    private const float SmallestNormal = 1.17549435e-38f;
    private readonly IReadOnlyList<Piece> _pieces;
    private readonly PieceTrie _trie = new();
    private readonly float _unknownScore;
    private readonly float _highestScore;
    private readonly int _unknownId;
    private readonly int[]? _byteIds;

    /// <summary>Prepares the search.</summary>
    /// <param name="model">The model.</param>
    public UnigramEncoder(SentencePieceModel model)
    {
        _pieces = model.Pieces;
        foreach (var id in model.IdsOf(PieceKind.Normal).Concat(model.IdsOf(PieceKind.UserDefined)))
            _trie.Add(_pieces[id].Text, id);
        _unknownId = model.IdsOf(PieceKind.Unknown).Single();
        float[] scores = [.. model.IdsOf(PieceKind.Normal).Select(id => _pieces[id].Score)];
        _unknownScore = scores.Append(float.MaxValue).Min() - UnknownPenalty;
        _highestScore = scores.Append(SmallestNormal).Max();
        if (model.HasByteFallback)
            _byteIds = [.. BytePiece.Texts.Select(text => model.Ids[text])];
    }

    /// <summary>The ids of the best pieces; neighbours that are unknown become one, or bytes where the model has them.</summary>
    /// <param name="text">Normalised text.</param>
    public int[] Encode(ReadOnlySpan<byte> text)
    {
        var ids = new List<int>(text.Length);
        foreach (var (id, place) in Search(text).Pieces())
        {
            if (id == _unknownId && _byteIds is not null)
            {
                foreach (var value in text[place])
                    ids.Add(_byteIds[value]);
            }
            else if (id != _unknownId || ids is [] || ids[^1] != _unknownId)
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }

    private BestPath Search(ReadOnlySpan<byte> text)
    {
        var path = new BestPath(text.Length);
        for (int start = 0, character; start < text.Length; start += character)
        {
            character = Utf8Characters.PromisedLength(text[start..]);
            if (!OfferPieces(path, text, start, character))
                path.Offer(start, start + character, _unknownId, path.ScoreAt(start) + _unknownScore);
        }

        return path;
    }

    // Whether one of the pieces is just the character at the start.
    private bool OfferPieces(BestPath path, ReadOnlySpan<byte> text, int start, int character)
    {
        var (node, coversCharacter) = (PieceTrie.Root, false);
        for (var end = start; end < text.Length && _trie.Follow(ref node, text[end]);)
        {
            end++;
            if (!_trie.TryId(node, out var id))
                continue;
            path.Offer(start, end, id, path.ScoreAt(start) + ScoreOf(id, end - start));
            coversCharacter |= end - start == character;
        }

        return coversCharacter;
    }

    private double ScoreOf(int id, int length) => _pieces[id] is { Kind: PieceKind.Normal, Score: var score } ? score : length * _highestScore - 0.1;
}
