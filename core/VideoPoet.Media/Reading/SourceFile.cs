using System.Globalization;

namespace VideoPoet.Media;

/// <summary>A file that may be read, and how ffmpeg is told to read it.</summary>
/// <param name="Path">The path as the caller gave it, for messages.</param>
/// <param name="Limits">How much the file may ask for.</param>
/// <param name="Formats">The formats that it may have.</param>
/// <param name="IsJpeg">Whether it begins as a JPEG does.</param>
internal sealed record SourceFile(string Path, MediaLimits Limits, string Formats, bool IsJpeg)
{
    private static readonly byte[] s_jpeg = [0xFF, 0xD8, 0xFF];

    /// <summary>The options that stand before the input: only this file is opened, and no picture is larger than allowed.</summary>
    public IEnumerable<string> Safety =>
    [
        "-protocol_whitelist", "file,pipe",
        "-format_whitelist", Formats,
        "-max_pixels", Limits.PicturePixels.ToString(CultureInfo.InvariantCulture),
        // Of a larger JPEG ffmpeg reads too little to be sure, and goes by its name: the one format for which this is not good enough.
        .. IsJpeg ? (ReadOnlySpan<string>)["-f", "jpeg_pipe"] : [],
    ];

    /// <summary>The input, in a form in which no name means an option, a device or an address.</summary>
    public string Url => "file:" + System.IO.Path.GetFullPath(Path);

    /// <summary>A program that reads the file within its limits.</summary>
    /// <param name="program"><c>ffmpeg</c> or <c>ffprobe</c>.</param>
    /// <param name="arguments">The arguments.</param>
    public ToolCommand Command(string program, IReadOnlyList<string> arguments) => new(program, Path, arguments) { MemoryBytes = Limits.ProgramBytes };

    /// <summary>Checks a file before any program sees it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="limits">How much the file may ask for.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="MediaException">There is no such file, or it is empty or too large.</exception>
    public static async Task<SourceFile> OpenAsync(string path, MediaLimits limits, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.StartsWith('-'))
            throw new MediaException(path, "begins with a hyphen, as an option of a program does", "Write ./ before the name.");
        if (Directory.Exists(path))
            throw new MediaException(path, "is a folder", "Give the path of a file.");
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new MediaException(path, "does not exist", "Check the path.");
        // So are a pipe and a device, which would never end.
        if (file.Length == 0)
            throw new MediaException(path, "is empty", "Copy the file again.");
        if (file.Length > limits.FileBytes)
        {
            throw new MediaException(
                path, $"has {file.Length} bytes, and {limits.FileBytes} are allowed", "Cut the file into parts, or raise the size limit.");
        }
        var formats = await SafeFormats.NamesAsync(limits.Time, cancellation).ConfigureAwait(false);
        return new(path, limits, formats, await BeginsAsync(file, s_jpeg, cancellation).ConfigureAwait(false));
    }

    private static async Task<bool> BeginsAsync(FileInfo file, byte[] signature, CancellationToken cancellation)
    {
        var beginning = new byte[signature.Length];
        try
        {
            var stream = file.OpenRead();
            await using (stream.ConfigureAwait(false))
                return await stream.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false)
                    == signature.Length && beginning.SequenceEqual(signature);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(file.ToString(), "cannot be opened", "Check that you may read it.", exception);
        }
    }
}
