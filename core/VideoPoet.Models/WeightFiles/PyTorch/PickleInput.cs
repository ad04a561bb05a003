using System.Buffers.Binary;
using System.Text;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Reads the arguments of a pickle's instructions, and never past its end.</summary>
internal sealed class PickleInput(byte[] bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The place of the next byte.</summary>
    public int Position { get; private set; }

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    /// <summary>The only number with the most significant byte first.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));

    /// <summary>A whole number with its length in a byte before it, in two's complement.</summary>
    public long ShortLong()
    {
        var digits = Take(Byte());
        if (digits.Length > sizeof(long))
            throw new FormatException($"a whole number of {digits.Length} bytes before byte {Position} is too large; numbers have at most 64 bits.");
        long number = digits is [.., >= 0x80] ? -1 : 0;
        for (var i = digits.Length - 1; i >= 0; i--)
            number = number << 8 | digits[i];
        return number;
    }

    public string Text(uint length)
    {
        try
        {
            return StrictUtf8.GetString(Take(length));
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"the text that ends at byte {Position} is not UTF-8.", e);
        }
    }

    /// <summary>A text up to the end of its line.</summary>
    public string Line()
    {
        var length = bytes.AsSpan(Position).IndexOf((byte)'\n');
        if (length < 0)
            throw new FormatException($"it is cut off: the name at byte {Position} has no end.");
        var text = Text((uint)length);
        Position++;
        return text;
    }

    private ReadOnlySpan<byte> Take(uint count)
    {
        if (count > bytes.Length - Position)
            throw new FormatException($"it is cut off: {count} bytes are needed at byte {Position}, and there are {bytes.Length - Position}.");
        var taken = bytes.AsSpan(Position, (int)count);
        Position += (int)count;
        return taken;
    }
}
