namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>The pieces that stand for single bytes.</summary>
internal static class BytePiece
{
    /// <summary>The texts of the pieces of all bytes in order, such as <c>&lt;0x0A&gt;</c>.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(value => $"<0x{value:X2}>")];
}
