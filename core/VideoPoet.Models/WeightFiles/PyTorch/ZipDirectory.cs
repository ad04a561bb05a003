using System.Buffers.Binary;
using System.Text;

namespace VideoPoet.Models.WeightFiles;

/// <summary>
/// Lists the files of a zip archive with the places of their contents, which <see cref="System.IO.Compression.ZipArchive"/> does not tell. Only what
/// PyTorch writes is read: nothing compressed, nothing encrypted, one volume; archives above 4 GB are in the Zip64 form.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EndSignature = 0x06054b50, End64Signature = 0x06064b50, LocatorSignature = 0x07064b50;
    private const uint EntrySignature = 0x02014b50, LocalSignature = 0x04034b50;
    private const int EndSize = 22, LocatorSize = 20, End64Size = 56, EntrySize = 46, LocalSize = 30;
    private const int LongestComment = ushort.MaxValue;
    private const int MostBytes = 16_000_000;
    private const ushort Zip64Field = 1;
    private const int Encrypted = 1;
    private const string CutOff = "it is cut off or no zip archive";

    private readonly MappedFile _file;

    private ZipDirectory(MappedFile file) => _file = file;

    /// <summary>Every file in the archive, by name.</summary>
    /// <exception cref="WeightFileException">The archive is broken, or of a form that PyTorch does not write.</exception>
    public static IReadOnlyDictionary<string, ZipMember> Read(MappedFile file)
    {
        var directory = new ZipDirectory(file);
        var (offset, length, count) = directory.Place();
        var members = directory.Members(directory.Bytes(offset, length), count, offset);
        directory.CheckApart(members.Values);
        return members.ToDictionary(entry => entry.Key, entry => entry.Value.Member);
    }

    private (long Offset, long Length, long Count) Place()
    {
        var tail = Bytes(Math.Max(0, _file.Length - EndSize - LongestComment), Math.Min(_file.Length, EndSize + LongestComment));
        var at = tail.Length - EndSize;
        // The comment behind the record has a length of its own, which tells the record from bytes that look like one.
        while (at >= 0 && !(U32(tail, at) == EndSignature && U16(tail, at + 20) == tail.Length - at - EndSize))
            at--;
        if (at < 0)
            throw _file.Broken($"{CutOff}: there is no directory at its end.");
        return at >= LocatorSize && U32(tail, at - LocatorSize) == LocatorSignature
            ? Place64(I64(tail, at - LocatorSize + 8))
            : (U32(tail, at + 16), U32(tail, at + 12), U16(tail, at + 10));
    }

    private (long Offset, long Length, long Count) Place64(long at)
    {
        var end = Bytes(at, End64Size);
        return U32(end, 0) == End64Signature
            ? (I64(end, 48), I64(end, 40), I64(end, 32))
            : throw _file.Broken("its Zip64 directory is not where the archive says.");
    }

    private Dictionary<string, (long Start, ZipMember Member)> Members(ReadOnlySpan<byte> entries, long count, long directory)
    {
        var members = new Dictionary<string, (long, ZipMember)>();
        while (entries.Length > 0)
        {
            if (entries.Length < EntrySize || U32(entries, 0) != EntrySignature || entries.Length < EntryLength(entries))
                throw _file.Broken($"its directory is broken after {members.Count} of {count} files.");
            var length = EntryLength(entries);
            var (name, start, member) = Member(entries[..length], directory);
            if (!members.TryAdd(name, (start, member)))
                throw _file.Broken($"the archive has '{name}' twice.");
            entries = entries[length..];
        }
        return members.Count == count ? members : throw _file.Broken($"its directory lists {members.Count} files and claims {count}.");
    }

    private (string Name, long Start, ZipMember Member) Member(ReadOnlySpan<byte> entry, long directory)
    {
        var nameLength = U16(entry, 28);
        var name = Encoding.UTF8.GetString(entry.Slice(EntrySize, nameLength));
        if ((U16(entry, 8) & Encrypted) != 0)
            throw _file.Broken($"'{name}' is encrypted; PyTorch writes plain archives.");
        if (U16(entry, 10) != 0)
            throw _file.Broken($"'{name}' is compressed; PyTorch stores files as they are.");
        long packed = U32(entry, 20), length = U32(entry, 24), start = U32(entry, 42);
        var wide = new Zip64Values(Extra(entry.Slice(EntrySize + nameLength, U16(entry, 30))));
        length = wide.Of(length);
        packed = wide.Of(packed);
        start = wide.Of(start);
        if (packed != length || length < 0)
            throw _file.Broken($"'{name}' has {length} bytes and takes up {packed}, which must be the same in a plain archive.");
        return (name, start, new(name, ContentOffset(name, start, length, directory), length, U32(entry, 16)));
    }

    private long ContentOffset(string name, long start, long length, long directory)
    {
        var local = Bytes(start, LocalSize);
        if (U32(local, 0) != LocalSignature)
            throw _file.Broken($"'{name}' is not where the archive's directory says.");
        var content = start + LocalSize + U16(local, 26) + U16(local, 28);
        return length <= directory - content
            ? content
            : throw _file.Broken($"'{name}' reaches into the archive's directory, or is cut off.");
    }

    private void CheckApart(IEnumerable<(long Start, ZipMember Member)> members)
    {
        var (end, before) = (0L, "");
        foreach (var (start, member) in members.OrderBy(member => member.Start))
        {
            if (start < end)
                throw _file.Broken($"'{member.Name}' begins within '{before}': files in an archive must not overlap.");
            (end, before) = (member.Offset + member.Length, member.Name);
        }
    }

    // A part of the file that the archive itself names, so that it may lie anywhere.
    private byte[] Bytes(long offset, long length)
    {
        if (length > MostBytes)
            throw _file.Broken($"its directory claims {length} bytes; at most {MostBytes} are read.");
        return offset >= 0 && length >= 0 && offset <= _file.Length - length
            ? _file.Read(offset, (int)length)
            : throw _file.Broken($"{CutOff}: it has {_file.Length} bytes, and names {length} bytes at {offset}.");
    }

    private static int EntryLength(ReadOnlySpan<byte> entry) => EntrySize + U16(entry, 28) + U16(entry, 30) + U16(entry, 32);

    // The extra field with numbers that 32 bits do not hold; empty when there is none.
    private static ReadOnlySpan<byte> Extra(ReadOnlySpan<byte> fields)
    {
        while (fields.Length >= 4 && 4 + U16(fields, 2) <= fields.Length)
        {
            var length = U16(fields, 2);
            if (U16(fields, 0) == Zip64Field)
                return fields.Slice(4, length);
            fields = fields[(4 + length)..];
        }
        return [];
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    /// <summary>Gives in turn the 64-bit numbers for those that 32 bits do not hold.</summary>
    private ref struct Zip64Values(ReadOnlySpan<byte> field)
    {
        private ReadOnlySpan<byte> _field = field;

        public long Of(long number)
        {
            if (number != uint.MaxValue || _field.Length < sizeof(long))
                return number;
            var wide = I64(_field, 0);
            _field = _field[sizeof(long)..];
            return wide;
        }
    }
}
