namespace VideoPoet.Models.WeightFiles;

/// <summary>A file in a zip archive, stored as it is.</summary>
/// <param name="Name">The name with its folders.</param>
/// <param name="Offset">The first byte of the content in the archive.</param>
/// <param name="Length">Bytes of content.</param>
internal sealed record ZipMember(string Name, long Offset, long Length);
