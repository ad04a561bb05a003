namespace VideoPoet.Media;

/// <summary>A file that is written beside its target and takes its place when it is whole; else it is deleted.</summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string target;

    /// <summary>Chooses the name; nothing is created.</summary>
    /// <param name="target">The target.</param>
    /// <param name="extension">What the name ends with; null takes that of the target.</param>
    /// <exception cref="MediaException">The target's folder does not exist, or the target is a folder.</exception>
    public PartialFile(string target, string? extension = null)
    {
        this.target = System.IO.Path.GetFullPath(target);
        var folder = System.IO.Path.GetDirectoryName(this.target);
        if (!Directory.Exists(folder))
            throw new MediaException(target, $"cannot be written: the folder {folder} does not exist", "Create the folder.");
        if (Directory.Exists(this.target))
            throw new MediaException(target, "cannot be written: it is a folder", "Give the path of a file.");
        var name = System.IO.Path.GetFileNameWithoutExtension(this.target);
        Path = System.IO.Path.Join(folder, $".{name}.{Guid.NewGuid():N}{extension ?? System.IO.Path.GetExtension(this.target)}");
    }

    /// <summary>Where the content goes.</summary>
    public string Path { get; }

    /// <summary>Puts the content in the target's place.</summary>
    public void Commit() => File.Move(Path, target, overwrite: true);

    /// <summary>Deletes what was not committed.</summary>
    public void Dispose() => File.Delete(Path);
}
