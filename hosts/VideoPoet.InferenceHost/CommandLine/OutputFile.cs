namespace VideoPoet.InferenceHost.CommandLine;

/// <summary>Writes a result to a file, whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside the file and renames, then says so on standard error.</summary>
    public static void Write(string name, string text)
    {
        var file = Path.GetFullPath(name);
        var unfinished = $"{file}.unfinished";
        File.WriteAllText(unfinished, text);
        File.Move(unfinished, file, overwrite: true);
        Console.Error.WriteLine($"wrote {file}");
    }
}
