using System.IO.Hashing;
using System.Text;

namespace VideoPoet.Models.Tests.WeightFiles;

/// <summary>Writes zip archives in the Zip64 form that PyTorch uses, with any mistake that a test asks for.</summary>
internal sealed class ArchiveBuilder
{
    private readonly List<Member> _members = [];

    /// <summary>The number of files that the directory claims beyond those it lists.</summary>
    public int ExtraCount { get; init; }

    /// <summary>Whether every file's content is said to begin where the first one's does.</summary>
    public bool Overlapping { get; init; }

    /// <summary>An archive of a description and one storage of 24 bytes.</summary>
    public static ArchiveBuilder Checkpoint(byte[] pickle, bool checksums = true) =>
        new ArchiveBuilder { Checksums = checksums }.Add("m/data.pkl", pickle).Add("m/data/0", new byte[24]);

    /// <summary>Whether checksums are computed; that of a hollow file never is.</summary>
    public bool Checksums { get; init; } = true;

    /// <summary>Adds a file; a damaged one has not the content of which the checksum speaks.</summary>
    public ArchiveBuilder Add(string name, byte[] content, ushort method = 0, ushort flags = 0, bool damaged = false) =>
        Add(new(name, content, content.Length, method, flags, Checksums ? Crc32.HashToUInt32(content) ^ (damaged ? 1u : 0) : 0));

    /// <summary>Adds a file that ends in the given bytes and is a hole before them.</summary>
    public ArchiveBuilder AddHollow(string name, long length, byte[] end) => Add(new(name, end, length, 0, 0, 0));

    public string Write(string path)
    {
        using var stream = File.Create(path);
        using var writer = new BinaryWriter(stream);
        var starts = new List<long>();
        foreach (var member in _members)
        {
            starts.Add(stream.Position);
            WriteLocal(writer, member);
        }
        var directory = stream.Position;
        for (var i = 0; i < _members.Count; i++)
            WriteEntry(writer, _members[i], Overlapping ? starts[0] : starts[i]);
        WriteEnd(writer, directory);
        return path;
    }

    private ArchiveBuilder Add(Member member)
    {
        _members.Add(member);
        return this;
    }

    private static void WriteLocal(BinaryWriter writer, Member member)
    {
        writer.Write(0x04034b50);
        writer.Write((ushort)45);
        WriteCommon(writer, member, wide: [member.Length, member.Length]);
        writer.Flush();
        writer.BaseStream.Position += member.Length - member.End.Length;
        writer.Write(member.End);
    }

    private static void WriteEntry(BinaryWriter writer, Member member, long start)
    {
        writer.Write(0x02014b50);
        writer.Write((ushort)45);
        writer.Write((ushort)45);
        WriteCommon(writer, member, wide: [member.Length, member.Length, start], start);
    }

    // From the flags to the extra field. Every number is in the extra field, so that each archive is read as the largest ones are.
    private static void WriteCommon(BinaryWriter writer, Member member, long[] wide, long? start = null)
    {
        var name = Encoding.UTF8.GetBytes(member.Name);
        writer.Write(member.Flags);
        writer.Write(member.Method);
        writer.Write(0); // time and date
        writer.Write(member.Checksum);
        writer.Write(uint.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)(4 + wide.Length * sizeof(long)));
        if (start is not null)
        {
            writer.Write((ushort)0); // comment
            writer.Write((ushort)0); // volume
            writer.Write((ushort)0); // attributes
            writer.Write(0);
            writer.Write(uint.MaxValue);
        }
        writer.Write(name);
        writer.Write((ushort)1);
        writer.Write((ushort)(wide.Length * sizeof(long)));
        foreach (var number in wide)
            writer.Write(number);
    }

    private void WriteEnd(BinaryWriter writer, long directory)
    {
        writer.Flush();
        var end = writer.BaseStream.Position;
        var count = (long)_members.Count + ExtraCount;
        writer.Write(0x06064b50);
        writer.Write(44L);
        writer.Write((ushort)45);
        writer.Write((ushort)45);
        writer.Write(0);
        writer.Write(0);
        writer.Write(count);
        writer.Write(count);
        writer.Write(end - directory);
        writer.Write(directory);
        writer.Write(0x07064b50);
        writer.Write(0);
        writer.Write(end);
        writer.Write(1);
        writer.Write(0x06054b50);
        writer.Write(0);
        writer.Write(ushort.MaxValue);
        writer.Write(ushort.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write((ushort)0);
    }

    private sealed record Member(string Name, byte[] End, long Length, ushort Method, ushort Flags, uint Checksum);
}
