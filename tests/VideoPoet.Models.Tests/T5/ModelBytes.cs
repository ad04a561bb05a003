using System.Buffers.Binary;
using System.Text;

namespace VideoPoet.Models.Tests.T5;

/// <summary>Writes SentencePiece models field by field, also wrong ones.</summary>
internal static class ModelBytes
{
    public const int Unknown = 2, Control = 3, Byte = 6;

    public static byte[] Number(int field, ulong value) => [.. Varint((ulong)field << 3), .. Varint(value)];

    public static byte[] Bytes(int field, byte[] content) => [.. Varint((ulong)field << 3 | 2), .. Varint((ulong)content.Length), .. content];

    public static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    public static byte[] Single(int field, float value)
    {
        var bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return [.. Varint((ulong)field << 3 | 5), .. bytes];
    }

    public static byte[] Piece(string text, float score = 0, ulong kind = 1) => Bytes(1, [.. Text(1, text), .. Single(2, score), .. Number(3, kind)]);

    public static byte[] Training(params byte[][] fields) => Bytes(2, [.. fields.SelectMany(field => field)]);

    /// <summary>A normaliser with a map of characters: the units of its trie and the strings behind it.</summary>
    public static byte[] CharacterMap(uint size, uint[] units, string strings)
    {
        var map = new byte[sizeof(uint) * (1 + units.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(map, size);
        for (var index = 0; index < units.Length; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(map.AsSpan(sizeof(uint) * (1 + index)), units[index]);
        return Bytes(3, Bytes(2, [.. map, .. Encoding.UTF8.GetBytes(strings)]));
    }

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }
}
