using System.Buffers.Binary;
using System.Globalization;

namespace VideoPoet.Training.TensorBoard;

/// <summary>
/// A file that TensorBoard reads. Each process of a run has one; the first event of a later one tells TensorBoard to forget what came after the
/// checkpoint that the run goes on from.
/// </summary>
/// <remarks>TFRecord framing: the length, its checksum, the event, its checksum.</remarks>
internal sealed class EventFile : IDisposable
{
    private readonly FileStream _stream;

    private EventFile(FileStream stream) => _stream = stream;

    /// <summary>Begins a file; earlier ones stay.</summary>
    /// <param name="folder">The folder; made if absent.</param>
    /// <param name="step">The steps that were taken before.</param>
    public static EventFile Create(string folder, long step)
    {
        Directory.CreateDirectory(folder);
        // TensorBoard reads the files of a folder in the order of their names.
        var earlier = Directory.EnumerateFiles(folder, "events.out.tfevents.*").Count();
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{time:D10}.videopoet.{earlier:D6}");
        var file = new EventFile(new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        file.Write(EventMessage.Version());
        file.Write(EventMessage.Start(step));
        return file;
    }

    /// <summary>Writes numbers.</summary>
    public void Write(long step, IEnumerable<Figure> figures) => Write(EventMessage.Scalars(step, figures));

    /// <summary>Writes a picture.</summary>
    public void WritePicture(long step, string name, byte[] png) => Write(EventMessage.Picture(step, name, png));

    /// <summary>Brings everything to the disk.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private void Write(byte[] message)
    {
        Span<byte> length = stackalloc byte[8 + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(length[8..], MaskedCrc.Of(length[..8]));
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, MaskedCrc.Of(message));
        _stream.Write(length);
        _stream.Write(message);
        _stream.Write(checksum);
    }
}
