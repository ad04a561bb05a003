using System.Buffers;
using System.IO.Hashing;

namespace VideoPoet.Models.WeightFiles;

/// <summary>A file in a zip archive, stored as it is.</summary>
/// <param name="Name">The name with its folders.</param>
/// <param name="Offset">The first byte of the content in the archive.</param>
/// <param name="Length">Bytes of content.</param>
/// <param name="Checksum">The content's CRC-32 as the archive gives it; 0 where the writer computed none.</param>
internal sealed record ZipMember(string Name, long Offset, long Length, uint Checksum)
{
    private const int PartBytes = 1 << 20;

    /// <summary>Reads the content and sees that it is what was written.</summary>
    /// <param name="archive">The archive.</param>
    /// <exception cref="FormatException">The checksum is another.</exception>
    /// <exception cref="WeightFileException">The archive was shortened since it was opened.</exception>
    public void CheckContent(MappedFile archive)
    {
        if (Checksum == 0)
            return;
        var found = ChecksumIn(archive);
        if (found != Checksum)
            throw new FormatException($"it is damaged: its checksum is {found:x8}, and the archive says {Checksum:x8}; copy the file again.");
    }

    private uint ChecksumIn(MappedFile archive)
    {
        var checksum = new Crc32();
        var part = ArrayPool<byte>.Shared.Rent(PartBytes);
        try
        {
            for (var done = 0L; done < Length; done += PartBytes)
            {
                var bytes = part.AsSpan(0, (int)Math.Min(PartBytes, Length - done));
                archive.Read(Offset + done, bytes);
                checksum.Append(bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
        return checksum.GetCurrentHashAsUInt32();
    }
}
