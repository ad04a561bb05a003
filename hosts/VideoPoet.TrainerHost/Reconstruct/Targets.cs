using VideoPoet.Media;

namespace VideoPoet.TrainerHost.Reconstruct;

/// <summary>The files that are written, checked before long work begins.</summary>
/// <param name="Output">What came back from tokens; null to measure only.</param>
/// <param name="Picture">The picture that compares; null for none.</param>
internal sealed record Targets(string? Output, string? Picture)
{
    private const string Sound = ".wav", Image = ".png";

    /// <summary>Whether pictures are of use.</summary>
    public bool TakesPictures => !Is(Output, Sound);

    /// <summary>Whether sound is of use.</summary>
    public bool TakesSound => Output is null || Is(Output, Sound) || !Is(Output, Image) && !Is(Output, ".gif");

    /// <summary>Checks the names against what is read.</summary>
    /// <param name="source">The file that is read.</param>
    /// <param name="info">What it holds.</param>
    /// <exception cref="MediaException">A name does not fit, or its folder does not exist.</exception>
    public Targets Checked(string source, MediaInfo info)
    {
        string[] fitting = info.Video is null ? [Sound]
            : info.IsImage ? [Image]
            : info.Sound is null ? [.. VideoFileWriter.Extensions]
            : [.. VideoFileWriter.Extensions, Sound];
        Check(Output, source, fitting);
        Check(Picture, source, [Image]);
        if (Output is not null && Picture is not null && Path.GetFullPath(Output) == Path.GetFullPath(Picture))
            throw new MediaException(Picture, "cannot hold both the result and the picture that compares", "Name two files.");
        return this;
    }

    private static bool Is(string? path, string extension) => Path.GetExtension(path)?.Equals(extension, StringComparison.OrdinalIgnoreCase) ?? false;

    private static void Check(string? target, string source, IReadOnlyCollection<string> fitting)
    {
        if (target is null)
            return;
        if (!fitting.Any(extension => Is(target, extension)))
        {
            throw new MediaException(
                target, $"cannot be written: it is no {string.Join(" or ", fitting)} file", "Name it so, for that is what comes of the input.");
        }
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target))))
            throw new MediaException(target, "cannot be written: its folder does not exist", "Create the folder.");
        if (Path.GetFullPath(target) == Path.GetFullPath(source))
            throw new MediaException(target, "is the input itself", "Name another file.");
    }
}
