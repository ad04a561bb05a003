namespace VideoPoet.Specs.Tests.Support;

/// <summary>A folder for one test, deleted after it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("specs ");

    /// <summary>The full name of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file and returns its full name.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>The mistakes that reading reports, one line each, with file names as they stand in the folder.</summary>
    public string[] ErrorsOf(Action read)
    {
        var exception = Assert.Throws<SpecException>(() => read())!;
        return [.. exception.Errors.Select(error => error.ToString().Replace(_folder.FullName + Path.DirectorySeparatorChar, ""))];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
