using System.Security.Cryptography;
using VideoPoet.Core;
using VideoPoet.Media;

namespace VideoPoet.Data;

/// <summary>Tells the contents of media files apart.</summary>
internal static class SourceHash
{
    private const int BufferSize = 1 << 20;

    /// <summary>The SHA-256 of a file, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The file cannot be read.</exception>
    public static async Task<string> OfAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
            await using (stream.ConfigureAwait(false))
                return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(path, "cannot be opened", UserMessage.Of(exception), exception);
        }
    }
}
