namespace VideoPoet.Models.WeightFiles;

/// <summary>Writes a file beside its place and moves it there when it is complete, so that nobody ever sees half of it.</summary>
public static class ReplacedFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place; while it is written, it lies beside under this name with <c>.part</c> at the end.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
