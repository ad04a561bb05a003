using System.Security.Cryptography;
using System.Text;
using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Data;

/// <summary>Opens the sources of a library side by side, and says which of them are bad.</summary>
internal static class LibrarySources
{
    /// <summary>Opens all sources.</summary>
    /// <typeparam name="T">What is known of a source.</typeparam>
    /// <param name="entries">The sources.</param>
    /// <param name="open">Opens one; null leaves it out without a complaint.</param>
    /// <param name="badFilesLimit">How many may be bad.</param>
    /// <param name="progress">Is told of each one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The sources in the order of the entries, without those that are bad or left out.</returns>
    /// <exception cref="DatasetException">More are bad than may be.</exception>
    /// <exception cref="MediaException">None can be read, since ffmpeg cannot be started or understood.</exception>
    public static async Task<(CachedSource<T>[] Sources, BadFile[] Bad)> OpenAsync<T>(
        IReadOnlyList<DatasetEntry> entries, Func<DatasetEntry, CancellationToken, Task<CachedSource<T>?>> open, int badFilesLimit,
        IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var sources = new CachedSource<T>?[entries.Count];
        var bad = new BadFile?[entries.Count];
        var (done, badCount) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForAsync(0, entries.Count, options, async (i, cancellation) =>
            {
                try
                {
                    sources[i] = await open(entries[i], cancellation).ConfigureAwait(false);
                }
                catch (MediaException exception) when (!exception.IsFaultOfTool)
                {
                    bad[i] = new(entries[i], UserMessage.Of(exception));
                    if (Interlocked.Increment(ref badCount) > badFilesLimit)
                        throw BadFile.TooMany([.. bad.OfType<BadFile>()], badFilesLimit);
                }
                progress?.Report(new(Interlocked.Increment(ref done), entries.Count));
            }).ConfigureAwait(false);
        }
        catch
        {
            foreach (var source in sources)
                source?.Dispose();
            throw;
        }
        return ([.. sources.OfType<CachedSource<T>>()], [.. bad.OfType<BadFile>()]);
    }

    /// <summary>Chooses whole sources to hold out, always the same ones for the same names.</summary>
    /// <typeparam name="T">A source.</typeparam>
    /// <param name="sources">The sources.</param>
    /// <param name="nameOf">Their names.</param>
    /// <param name="share">The share of them, rounded.</param>
    public static HashSet<T> HeldOut<T>(IReadOnlyCollection<T> sources, Func<T, string> nameOf, Share share) =>
    [
        .. sources
            .OrderBy(source => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(nameOf(source)))), StringComparer.Ordinal)
            .Take((int)Math.Round(sources.Count * share.Value)),
    ];
}
