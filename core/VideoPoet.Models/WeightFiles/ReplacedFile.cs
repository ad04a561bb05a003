using System.Text;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Writes a file beside its place and moves it there when it is complete, so that nobody ever sees half of it.</summary>
public static class ReplacedFile
{
    private const string Unfinished = ".part";

    /// <summary>Writes a text.</summary>
    /// <param name="path">The place of its file.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place; while it is written, it lies beside under this name with <c>.part</c> at the end.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = Beside(path);
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

    /// <summary>Deletes what a process that was ended has left of files and folders that it was writing.</summary>
    /// <param name="folder">Where they were to be; it need not exist, and nobody writes into it now.</param>
    /// <param name="name">The name of the file or folder; any when it is <c>*</c>.</param>
    public static void DeleteLeftovers(string folder, string name = "*")
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.GetFiles(folder, $"{name}.*{Unfinished}"))
            File.Delete(file);
        foreach (var left in Directory.GetDirectories(folder, $"{name}.*{Unfinished}"))
            Directory.Delete(left, recursive: true);
    }

    /// <summary>Where something is written until it takes its place.</summary>
    internal static string Beside(string path) => $"{path}.{Guid.NewGuid():N}{Unfinished}";
}
