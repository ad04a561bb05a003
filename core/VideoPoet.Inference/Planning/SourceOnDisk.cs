using VideoPoet.Media;

namespace VideoPoet.Inference;

/// <summary>A source as a file, which programs read: its own, or one that is deleted when it has been read.</summary>
internal sealed class SourceOnDisk : IDisposable
{
    private readonly bool _isTemporary;

    private SourceOnDisk(string path, bool isTemporary) => (Path, _isTemporary) = (path, isTemporary);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Makes a file of a source, if it is none.</summary>
    /// <param name="source">A file, bytes or a stream.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="MediaException">The source is larger than is allowed.</exception>
    public static async Task<SourceOnDisk> OpenAsync(MediaSource source, MediaLimits limits, CancellationToken cancellationToken)
    {
        if (source is FileSource own)
            return new(own.Path, isTemporary: false);
        var file = new SourceOnDisk(System.IO.Path.Join(System.IO.Path.GetTempPath(), $"videopoet-{Guid.NewGuid():N}"), isTemporary: true);
        try
        {
            var target = new FileStream(file.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await using (target.ConfigureAwait(false))
            {
                if (source is BytesSource bytes)
                    await target.WriteAsync(bytes.Bytes, cancellationToken).ConfigureAwait(false);
                else if (source is StreamSource stream)
                    await CopyAsync(stream.Stream, target, limits.FileBytes, cancellationToken).ConfigureAwait(false);
            }
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isTemporary)
            File.Delete(Path);
    }

    /// <summary>Reads a stream into memory.</summary>
    /// <param name="source">The stream.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VideoGenerationException">It is larger than is allowed.</exception>
    public static async Task<byte[]> ReadAsync(StreamSource source, MediaLimits limits, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        try
        {
            await CopyAsync(source.Stream, buffer, limits.FileBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (MediaException exception)
        {
            throw new VideoGenerationException(exception.Message, exception);
        }
        return buffer.ToArray();
    }

    private static async Task CopyAsync(Stream stream, Stream target, long most, CancellationToken cancellationToken)
    {
        var buffer = new byte[81_920];
        for (long copied = 0; await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read;)
        {
            copied += read;
            if (copied > most)
                throw new MediaException("a stream", $"has more than the {most} bytes that are allowed", "Give a shorter part.");
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }
}
