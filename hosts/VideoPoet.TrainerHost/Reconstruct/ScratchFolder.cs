namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>A folder for files that are needed for a while.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("videopoet-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
