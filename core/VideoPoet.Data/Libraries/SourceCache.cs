using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using VideoPoet.Media;

namespace VideoPoet.Data;

/// <summary>
/// What sources were decoded to, on disk: one file of raw data and one of facts for each, named by a hash of all that they depend on.
/// </summary>
/// <typeparam name="T">The facts about the data.</typeparam>
/// <param name="folder">The folder.</param>
/// <param name="options">All options that the data depend on, as text.</param>
/// <param name="bytesOf">How long the data of given facts are, bytes.</param>
internal sealed class SourceCache<T>(string folder, string options, Func<T, long> bytesOf)
    where T : class
{
    // Goes up when what is written changes its meaning.
    private const int Version = 1;

    // Where a file system knows no locks, long enough for any decoding.
    private const int HoursUntilLeftover = 24;

    /// <summary>The decoded source, from an earlier run where it is there.</summary>
    /// <param name="entry">The source.</param>
    /// <param name="decode">Writes the data and returns their facts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MediaException">The source cannot be read.</exception>
    public async Task<CachedSource<T>> OpenAsync(
        DatasetEntry entry, Func<Stream, CancellationToken, Task<T>> decode, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(entry, cancellationToken).ConfigureAwait(false);
        var (data, facts) = (Path.Join(folder, key + ".raw"), Path.Join(folder, key + ".json"));
        return Find(entry, data, facts) ?? await CreateAsync(entry, data, facts, decode, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes what killed runs have left half written; what another run is writing is locked.</summary>
    public void DeleteLeftovers()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in Directory.GetFiles(folder, "*.raw.*.part"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < TimeSpan.FromHours(HoursUntilLeftover))
                continue;
            try
            {
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It is somebody else's, or has just been deleted.
            }
        }
    }

    private async Task<string> KeyOfAsync(DatasetEntry entry, CancellationToken cancellationToken)
    {
        var content = await EntryMedia.HashAsync(entry, cancellationToken).ConfigureAwait(false);
        var text = $"{Version}|{content}|{entry.Start.Ticks}|{entry.Duration?.Ticks}|{options}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private CachedSource<T>? Find(DatasetEntry entry, string data, string facts)
    {
        // The facts are written last: without them the data may be half of another run's.
        if (!File.Exists(facts) || !File.Exists(data))
            return null;
        T? known;
        try
        {
            known = JsonSerializer.Deserialize<T>(File.ReadAllBytes(facts));
        }
        catch (JsonException)
        {
            return null;
        }
        return known is not null && new FileInfo(data).Length == bytesOf(known) ? new(entry, known, File.OpenHandle(data)) : null;
    }

    private async Task<CachedSource<T>> CreateAsync(
        DatasetEntry entry, string data, string facts, Func<Stream, CancellationToken, Task<T>> decode, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var beside = $"{data}.{Guid.NewGuid():N}.part";
        try
        {
            T found;
            // Locked while it is written, so that nobody takes it for a leftover.
            var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, useAsync: true);
            await using (stream.ConfigureAwait(false))
                found = await decode(stream, cancellationToken).ConfigureAwait(false);
            File.Move(beside, data, overwrite: true);
            await File.WriteAllBytesAsync(beside, JsonSerializer.SerializeToUtf8Bytes(found), cancellationToken).ConfigureAwait(false);
            File.Move(beside, facts, overwrite: true);
            return new(entry, found, File.OpenHandle(data));
        }
        finally
        {
            File.Delete(beside);
        }
    }
}

/// <summary>A decoded source.</summary>
/// <typeparam name="T">The facts about its data.</typeparam>
/// <param name="entry">The source.</param>
/// <param name="facts">The facts.</param>
/// <param name="data">The data.</param>
internal sealed class CachedSource<T>(DatasetEntry entry, T facts, SafeFileHandle data) : IDisposable
{
    /// <summary>The source.</summary>
    public DatasetEntry Entry { get; } = entry;

    /// <summary>The facts.</summary>
    public T Facts { get; } = facts;

    /// <summary>Reads a part of the data.</summary>
    /// <param name="offset">Where it begins, bytes.</param>
    /// <param name="bytes">What it is read into; the data hold as many from the offset on.</param>
    public void Read(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(data, bytes, offset);
            if (read == 0)
                throw new IOException($"the decoded data of {Entry.File} were shortened while they were in use; start again.");
            offset += read;
            bytes = bytes[read..];
        }
    }

    public void Dispose() => data.Dispose();
}
