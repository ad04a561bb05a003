using System.Runtime.InteropServices;

namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>Prepares text for being cut into pieces, as SentencePiece does: characters are replaced, spaces put in order and made visible.</summary>
/// <param name="rules">What is done.</param>
/// <param name="userDefined">The pieces that stay as they are.</param>
internal sealed class TextNormaliser(NormaliserRules rules, PieceTrie userDefined)
{
    private const byte SpaceByte = (byte)' ';

    private ReadOnlySpan<byte> Space => rules.EscapesSpaces ? "▁"u8 : " "u8;

    private static ReadOnlySpan<byte> ReplacementCharacter => "\uFFFD"u8;

    /// <summary>The text as pieces are searched in it; empty when nothing but spaces is left.</summary>
    /// <param name="text">Any bytes; what is not UTF-8 becomes U+FFFD.</param>
    public byte[] Normalise(ReadOnlySpan<byte> text)
    {
        if (rules.RemovesExtraSpaces)
            text = WithoutLeadingSpaces(text);
        if (text.IsEmpty)
            return [];

        var output = new List<byte>(2 * text.Length);
        if (rules.AddsSpace && !rules.AddsSpaceAfter)
            output.AddRange(Space);
        AppendAll(text, output);
        if (rules.RemovesExtraSpaces)
            RemoveTrailingSpaces(output);
        if (rules.AddsSpace && rules.AddsSpaceAfter)
            output.AddRange(Space);
        return [.. output];
    }

    private ReadOnlySpan<byte> WithoutLeadingSpaces(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && Next(text, out var consumed) is [SpaceByte])
            text = text[consumed..];
        return text;
    }

    private void AppendAll(ReadOnlySpan<byte> text, List<byte> output)
    {
        var isAfterSpace = rules.RemovesExtraSpaces;
        while (!text.IsEmpty)
        {
            var part = Next(text, out var consumed);
            text = text[consumed..];
            if (isAfterSpace)
                part = part.TrimStart(SpaceByte);
            if (part.IsEmpty)
                continue;
            Append(part, output);
            isAfterSpace = rules.RemovesExtraSpaces && part[^1] == SpaceByte;
        }
    }

    private void Append(ReadOnlySpan<byte> part, List<byte> output)
    {
        foreach (var value in part)
        {
            if (value == SpaceByte)
                output.AddRange(Space);
            else
                output.Add(value);
        }
    }

    private void RemoveTrailingSpaces(List<byte> output)
    {
        while (CollectionsMarshal.AsSpan(output).EndsWith(Space))
            output.RemoveRange(output.Count - Space.Length, Space.Length);
    }

    // What the start of the text becomes.
    private ReadOnlySpan<byte> Next(ReadOnlySpan<byte> text, out int consumed)
    {
        consumed = userDefined.LongestMatch(text);
        if (consumed > 0)
            return text[..consumed];
        consumed = rules.Characters.Match(text, out var replacement);
        if (consumed > 0)
            return replacement;
        if (Utf8Characters.TryLength(text, out consumed))
            return text[..consumed];
        consumed = 1;
        return ReplacementCharacter;
    }
}
