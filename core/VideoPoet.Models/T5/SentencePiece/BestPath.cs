namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>The best way to cut a text into pieces, known for every beginning of the text so far.</summary>
/// <param name="length">The length of the text in bytes.</param>
internal sealed class BestPath(int length)
{
    private const int Unreached = -1;
    private readonly (int Start, int Id, float Score)[] _ends = [.. Enumerable.Repeat((Unreached, 0, 0f), length + 1)];

    /// <summary>The score of the best way to an end.</summary>
    /// <param name="end">An end that was offered a piece, or 0.</param>
    public float ScoreAt(int end) => _ends[end].Score;

    /// <summary>Offers a piece as the last of a beginning; the better one wins, and of two equal ones the earlier.</summary>
    /// <param name="start">Where the piece starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="id">Its id.</param>
    /// <param name="score">The score of the whole way, which SentencePiece compares in double and keeps in single precision.</param>
    public void Offer(int start, int end, int id, double score)
    {
        ref var known = ref _ends[end];
        if (known.Start == Unreached || score > known.Score)
            known = (start, id, (float)score);
    }

    /// <summary>The pieces of the whole text in order: id, and where each starts.</summary>
    public IReadOnlyList<(int Id, Range Place)> Pieces()
    {
        var pieces = new List<(int, Range)>();
        for (var end = _ends.Length - 1; end > 0; end = _ends[end].Start)
            pieces.Add((_ends[end].Id, _ends[end].Start..end));
        pieces.Reverse();
        return pieces;
    }
}
