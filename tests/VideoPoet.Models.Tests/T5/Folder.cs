namespace VideoPoet.Models.Tests.T5;

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("videopoet-t5-");

    public string Path => _directory.FullName;

    public string At(string file) => System.IO.Path.Combine(Path, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(At(file), text);
        return At(file);
    }

    public string Write(string file, byte[] content)
    {
        File.WriteAllBytes(At(file), content);
        return At(file);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
