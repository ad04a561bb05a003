using Google.Protobuf;

namespace VideoPoet.Training.TensorBoard;

/// <summary>Encodes TensorBoard's events: the few fields that a run needs.</summary>
/// <remarks>The numbers of the fields are those of TensorFlow's <c>event.proto</c> and <c>summary.proto</c>.</remarks>
internal static class EventMessage
{
    private const int SessionStart = 1;

    /// <summary>The first event of a file.</summary>
    public static byte[] Version() => Event(0, output =>
    {
        output.WriteTag(3, WireFormat.WireType.LengthDelimited);
        output.WriteString("brain.Event:2");
    });

    /// <summary>Says that a process begins after a step: what another wrote of later steps is forgotten.</summary>
    public static byte[] Start(long step) => Event(step, output => Nested(output, 7, session =>
    {
        session.WriteTag(1, WireFormat.WireType.Varint);
        session.WriteEnum(SessionStart);
    }));

    /// <summary>Numbers by their names.</summary>
    public static byte[] Scalars(long step, IEnumerable<Figure> figures) => Event(step, output => Nested(output, 5, summary =>
    {
        foreach (var figure in figures)
        {
            Nested(summary, 1, value =>
            {
                Tag(value, figure.Name);
                value.WriteTag(2, WireFormat.WireType.Fixed32);
                value.WriteFloat((float)figure.Value);
            });
        }
    }));

    /// <summary>A picture.</summary>
    /// <param name="step">The steps that were taken.</param>
    /// <param name="name">The picture's name.</param>
    /// <param name="png">A whole PNG file.</param>
    public static byte[] Picture(long step, string name, byte[] png)
    {
        var header = PngHeader.Of(png);
        return Event(step, output => Nested(output, 5, summary => Nested(summary, 1, value =>
        {
            Tag(value, name);
            Nested(value, 4, image =>
            {
                Number(image, 1, header.Height);
                Number(image, 2, header.Width);
                Number(image, 3, header.Channels);
                image.WriteTag(4, WireFormat.WireType.LengthDelimited);
                image.WriteBytes(ByteString.CopyFrom(png));
            });
        })));
    }

    private static byte[] Event(long step, Action<CodedOutputStream> what) => Bytes(output =>
    {
        output.WriteTag(1, WireFormat.WireType.Fixed64);
        output.WriteDouble((DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds);
        Number(output, 2, step);
        what(output);
    });

    private static void Tag(CodedOutputStream value, string name)
    {
        value.WriteTag(1, WireFormat.WireType.LengthDelimited);
        value.WriteString(name);
    }

    private static void Number(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }

    private static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(Bytes(write)));
    }

    private static byte[] Bytes(Action<CodedOutputStream> write)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory, leaveOpen: true))
            write(output);
        return memory.ToArray();
    }
}
