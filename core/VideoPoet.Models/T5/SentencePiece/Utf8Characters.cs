using System.Buffers;
using System.Text;

namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>Where characters end in bytes that should be UTF-8.</summary>
internal static class Utf8Characters
{
    /// <summary>The length that the first byte of a character promises, at most that of the text.</summary>
    /// <param name="text">Text, not empty.</param>
    public static int PromisedLength(ReadOnlySpan<byte> text)
    {
        var promised = text[0] switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
        return Math.Min(promised, text.Length);
    }

    /// <summary>The length of the first character; false when the bytes are not UTF-8.</summary>
    /// <param name="text">Text, not empty.</param>
    /// <param name="length">The length in bytes.</param>
    public static bool TryLength(ReadOnlySpan<byte> text, out int length) => Rune.DecodeFromUtf8(text, out _, out length) == OperationStatus.Done;
}
