using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>
/// What replaces which sequences of characters, as a SentencePiece model stores it: a double-array trie from sequences to offsets of the strings
/// that follow it (Aoe, 1989, in the layout of Darts-clone).
/// </summary>
internal sealed class CharacterMap
{
    private readonly uint[] _units;
    private readonly byte[] _replacements;

    private CharacterMap(uint[] units, byte[] replacements)
    {
        _units = units;
        _replacements = replacements;
    }

    /// <summary>Replaces nothing.</summary>
    public static CharacterMap Identity { get; } = new([], []);

    /// <summary>Reads a map: the size of the trie in bytes (32 bits), the trie, and strings that end in zero.</summary>
    /// <param name="content">The map; nothing at all is the identity.</param>
    /// <exception cref="FormatException">The bytes are no such map.</exception>
    public static CharacterMap Parse(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return Identity;
        if (content.Length < 2 * sizeof(uint))
            throw new FormatException($"The map of characters must have at least {2 * sizeof(uint)} bytes, found {content.Length}.");
        var size = BinaryPrimitives.ReadUInt32LittleEndian(content);
        var rest = content[sizeof(uint)..];
        if (size == 0 || size % sizeof(uint) != 0 || size > rest.Length)
            throw new FormatException($"The trie of the map of characters must have 4, 8, … {rest.Length} bytes, found {size}.");
        var units = new uint[size / sizeof(uint)];
        rest[..(int)size].CopyTo(MemoryMarshal.AsBytes(units.AsSpan()));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(units, units);
        return new(units, rest[(int)size..].ToArray());
    }

    /// <summary>Finds the longest sequence at the start of a text that is replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">What replaces it.</param>
    /// <returns>The bytes that are replaced; 0 for none.</returns>
    /// <exception cref="FormatException">The map leads outside itself.</exception>
    public int Match(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement)
    {
        replacement = default;
        if (_units.Length == 0)
            return 0;
        var longest = 0;
        uint found = 0;
        var place = Offset(_units[0]);
        for (var index = 0; index < text.Length; index++)
        {
            place ^= text[index];
            var unit = UnitAt(place);
            if (Label(unit) != text[index])
                break;
            place ^= Offset(unit);
            if (!HasValue(unit))
                continue;
            longest = index + 1;
            found = Value(UnitAt(place));
        }

        if (longest > 0)
            replacement = ReplacementAt(found);
        return longest;
    }

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 1 << 9) >> 6);

    // The highest bit marks a value, which thereby never equals a byte.
    private static uint Label(uint unit) => unit & (1u << 31 | 0xFF);

    private static bool HasValue(uint unit) => (unit >> 8 & 1) != 0;

    private static uint Value(uint unit) => unit & ~(1u << 31);

    private uint UnitAt(uint place) => place < _units.Length
        ? _units[place]
        : throw new FormatException($"The trie of the map of characters leads to unit {place}, but has {_units.Length}.");

    private ReadOnlySpan<byte> ReplacementAt(uint offset)
    {
        if (offset >= _replacements.Length)
            throw new FormatException($"The map of characters leads to byte {offset} of its strings, which have {_replacements.Length}.");
        var rest = _replacements.AsSpan((int)offset);
        var end = rest.IndexOf((byte)0);
        return end < 0 ? rest : rest[..end];
    }
}
