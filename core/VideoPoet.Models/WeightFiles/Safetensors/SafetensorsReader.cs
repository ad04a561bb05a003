using System.Buffers.Binary;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Opens safetensors files: eight bytes with the header's length, a JSON header, and the tensors without a byte between them.</summary>
internal static class SafetensorsReader
{
    /// <summary>The bytes of the length before the header.</summary>
    public const int LengthSize = sizeof(long);

    // The format's own limit.
    private const long LongestHeader = 100_000_000;

    /// <summary>Takes over a file and reads its header.</summary>
    /// <exception cref="WeightFileException">It is not a valid safetensors file.</exception>
    public static IWeightFile Open(MappedFile file)
    {
        var start = HeaderEnd(file);
        var header = file.Read(LengthSize, (int)(start - LengthSize));
        try
        {
            var (entries, metadata) = SafetensorsHeader.Parse(header);
            CheckTogether(entries, file.Length - start);
            return new MappedWeights(file, entries.Select(entry => new MappedTensor(entry.Entry, start + entry.Begin)), metadata);
        }
        catch (FormatException e) when (e is not WeightFileException)
        {
            throw file.Broken(e.Message, e);
        }
    }

    private static long HeaderEnd(MappedFile file)
    {
        if (file.Length < LengthSize)
            throw file.Broken($"it has {file.Length} bytes, and a safetensors file begins with {LengthSize} that say how long its header is.");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Read(0, LengthSize));
        if (length > LongestHeader)
            throw file.Broken($"its header claims {length} bytes; a safetensors header has at most {LongestHeader}.");
        var end = LengthSize + (long)length;
        return end <= file.Length
            ? end
            : throw file.Broken($"it is cut off: the header ends at byte {end}, and the file at {file.Length}.");
    }

    private static void CheckTogether(List<SafetensorsEntry> entries, long bytes)
    {
        var end = 0L;
        var before = "the header";
        // Tensors without elements come first where another one begins at the same place.
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            var name = $"'{entry.Entry.Name}'";
            if (entry.Begin < end)
                throw new FormatException($"{name} begins at byte {entry.Begin}, within {before}, which ends at {end}: tensors must not overlap.");
            if (entry.Begin > end)
                throw new FormatException($"there is a hole between {before}, which ends at byte {end}, and {name}, which begins at {entry.Begin}.");
            if (entry.End > bytes)
                throw new FormatException($"it is cut off: {name} ends at byte {entry.End}, and the tensors have {bytes} bytes together.");
            (end, before) = (entry.End, name);
        }
        if (end < bytes)
            throw new FormatException($"there are {bytes - end} bytes after {before} that belong to no tensor.");
    }
}
