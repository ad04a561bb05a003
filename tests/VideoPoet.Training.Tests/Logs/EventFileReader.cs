using System.Buffers.Binary;
using System.Text;

namespace VideoPoet.Training.Tests.Logs;

/// <summary>Reads TensorBoard's files by the published formats alone, with nothing of what writes them.</summary>
internal static class EventFileReader
{
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(number =>
    {
        var rest = (uint)number;
        for (var bit = 0; bit < 8; bit++)
            rest = (rest & 1) == 0 ? rest >> 1 : rest >> 1 ^ 0x82F63B78;
        return rest;
    })];

    /// <summary>The events of a file, their checksums seen to.</summary>
    public static List<Dictionary<int, List<object>>> Read(string file)
    {
        var bytes = File.ReadAllBytes(file).AsSpan();
        var events = new List<Dictionary<int, List<object>>>();
        while (bytes.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            Assert.That(BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), Is.EqualTo(Checksum(bytes[..8])));
            var message = bytes.Slice(12, length);
            Assert.That(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(12 + length)..]), Is.EqualTo(Checksum(message)));
            events.Add(Fields(message));
            bytes = bytes[(16 + length)..];
        }
        return events;
    }

    /// <summary>The fields of a message by their numbers: varints as long, 32 and 64 bits as float and double, the rest as bytes.</summary>
    public static Dictionary<int, List<object>> Fields(ReadOnlySpan<byte> message)
    {
        var fields = new Dictionary<int, List<object>>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            object value = (tag & 7) switch
            {
                0 => (long)Varint(message, ref at),
                1 => BinaryPrimitives.ReadDoubleLittleEndian(Take(message, ref at, 8)),
                5 => BinaryPrimitives.ReadSingleLittleEndian(Take(message, ref at, 4)),
                2 => Take(message, ref at, (int)Varint(message, ref at)).ToArray(),
                var kind => throw new FormatException($"wire type {kind}"),
            };
            (fields.TryGetValue((int)(tag >> 3), out var values) ? values : fields[(int)(tag >> 3)] = []).Add(value);
        }
        return fields;
    }

    /// <summary>Every scalar of a file: step, name and value.</summary>
    public static List<(long Step, string Name, float Value)> Scalars(string file) => [.. Values(file)
        .Where(value => value.Fields.ContainsKey(2))
        .Select(value => (value.Step, Text(value.Fields[1][0]), (float)value.Fields[2][0]))];

    /// <summary>The values of a file's summaries.</summary>
    public static IEnumerable<(long Step, Dictionary<int, List<object>> Fields)> Values(string file) =>
        from entry in Read(file)
        where entry.ContainsKey(5)
        from value in Fields((byte[])entry[5][0])[1]
        select ((long)entry[2][0], Fields((byte[])value));

    public static string Text(object bytes) => Encoding.UTF8.GetString((byte[])bytes);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var one in bytes)
            rest = rest >> 8 ^ s_table[(byte)rest ^ one];
        rest = ~rest;
        return (rest >> 15 | rest << 17) + 0xA282EAD8;
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            value |= (ulong)(message[at] & 127) << shift;
            if (message[at++] < 128)
                return value;
        }
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> message, ref int at, int length)
    {
        at += length;
        return message.Slice(at - length, length);
    }
}
