namespace VideoPoet.CommandLine;

/// <summary>Writes a result to a file, whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>Writes beside the file and renames, then says so on standard error.</summary>
    /// <param name="name">The file.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string name, string text)
    {
        Replace(name, text);
        SayWritten(name);
    }

    /// <summary>Writes beside the file and renames.</summary>
    /// <param name="name">The file.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Replace(string name, string text)
    {
        var file = Path.GetFullPath(name);
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new DirectoryNotFoundException($"{name}: cannot be written: its folder does not exist. Create the folder.");
        // A name of its own: another process may write the same file.
        var unfinished = $"{file}.{Guid.NewGuid():N}.unfinished";
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Says on standard error that a file was written.</summary>
    /// <param name="name">The file.</param>
    public static void SayWritten(string name) => Console.Error.WriteLine($"wrote {Path.GetFullPath(name)}");
}
