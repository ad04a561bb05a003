using System.Buffers.Binary;
using System.Text;

namespace VideoPoet.Models.T5.SentencePiece;

/// <summary>Reads the fields of one protocol buffers message, in the order in which they stand.</summary>
/// <param name="message">The message.</param>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int TypeBits = 3;
    private const int LongestNumber = 10;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly int _length = message.Length;
    private ReadOnlySpan<byte> _rest = message;
    private ReadOnlySpan<byte> _bytes;
    private ulong _number;
    private WireType _type;

    /// <summary>The number of the current field.</summary>
    public ulong Field { get; private set; }

    /// <summary>The current field as bytes or as a message.</summary>
    public readonly ReadOnlySpan<byte> Bytes => Require(WireType.Bytes) ? _bytes : default;

    /// <summary>The current field as text.</summary>
    public readonly string Text
    {
        get
        {
            try
            {
                return s_strict.GetString(Bytes);
            }
            catch (DecoderFallbackException)
            {
                throw new FormatException($"Field {Field} is not UTF-8.");
            }
        }
    }

    /// <summary>The current field as a 32-bit integer.</summary>
    public readonly int Integer => Require(WireType.Number) ? unchecked((int)_number) : 0;

    /// <summary>The current field as a truth value.</summary>
    public readonly bool Flag => Require(WireType.Number) && _number != 0;

    /// <summary>The current field as a number in single precision.</summary>
    public readonly float Single => Require(WireType.Fixed32) ? BitConverter.UInt32BitsToSingle((uint)_number) : 0;

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Read()
    {
        if (_rest.IsEmpty)
            return false;
        var tag = Number();
        Field = tag >> TypeBits;
        _type = (WireType)(tag & (1 << TypeBits) - 1);
        switch (_type)
        {
            case WireType.Number:
                _number = Number();
                break;
            case WireType.Fixed64:
                _number = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
                break;
            case WireType.Fixed32:
                _number = BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
                break;
            case WireType.Bytes:
                _bytes = Take(Number());
                break;
            default:
                throw new FormatException($"Field {Field} before byte {Position} has the wire type {(int)_type}, which is none of 0, 1, 2 and 5.");
        }

        return true;
    }

    private readonly int Position => _length - _rest.Length;

    private readonly bool Require(WireType type) => _type == type
        ? true
        : throw new FormatException($"Field {Field} before byte {Position} has the wire type {(int)_type} instead of {(int)type}.");

    private ulong Number()
    {
        ulong number = 0;
        for (var index = 0; index < LongestNumber; index++)
        {
            var part = Take(1)[0];
            number |= (ulong)(part & 0x7F) << 7 * index;
            if (part < 0x80)
                return number;
        }

        throw new FormatException($"The number before byte {Position} is longer than {LongestNumber} bytes.");
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
            throw new FormatException($"{count} bytes should follow byte {Position}, but the message ends after {_rest.Length}.");
        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
