namespace VideoPoet.Data;

/// <summary>Keeps a second process from doing the same part of a dataset; the system releases it when the process dies.</summary>
internal sealed class FolderClaim : IDisposable
{
    private readonly FileStream _file;

    private FolderClaim(FileStream file) => _file = file;

    /// <summary>Claims a part of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="part">The part.</param>
    /// <exception cref="DatasetException">Another process has it.</exception>
    public static FolderClaim Take(string folder, ShardPart part)
    {
        try
        {
            var path = Path.Join(folder, $".part-{part.Number}-of-{part.Count}");
            return new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (IOException exception)
        {
            throw new DatasetException(folder, $"part {part} is being tokenized by another process. Wait for it, or stop it.", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
