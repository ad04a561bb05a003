using System.Text;

namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>Finds which pieces a text starts with, byte by byte.</summary>
internal sealed class PieceTrie
{
    /// <summary>The node that every search starts from.</summary>
    public const int Root = 0;

    private const int None = -1;
    private readonly Dictionary<(int Node, byte Next), int> _children = [];
    private readonly List<int> _ids = [None];

    /// <summary>Adds a piece.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="id">Its id.</param>
    public void Add(string text, int id)
    {
        var node = Root;
        foreach (var next in Encoding.UTF8.GetBytes(text))
            node = ChildOrNew(node, next);
        _ids[node] = id;
    }

    /// <summary>Goes from what was read so far to what one more byte makes of it; false when no piece starts so.</summary>
    /// <param name="node">Where the search stands.</param>
    /// <param name="next">The byte.</param>
    public bool Follow(ref int node, byte next) => _children.TryGetValue((node, next), out node);

    /// <summary>The piece that ends at a node; false when none does.</summary>
    /// <param name="node">The node.</param>
    /// <param name="id">The id of the piece.</param>
    public bool TryId(int node, out int id) => (id = _ids[node]) != None;

    /// <summary>The length of the longest piece that a text starts with; 0 for none.</summary>
    /// <param name="text">The text.</param>
    public int LongestMatch(ReadOnlySpan<byte> text)
    {
        var (node, longest) = (Root, 0);
        for (var index = 0; index < text.Length && Follow(ref node, text[index]); index++)
            if (TryId(node, out _))
                longest = index + 1;
        return longest;
    }

    private int ChildOrNew(int node, byte next)
    {
        if (_children.TryGetValue((node, next), out var child))
            return child;
        child = _ids.Count;
        _ids.Add(None);
        _children.Add((node, next), child);
        return child;
    }
}
