using System.Globalization;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Training;

/// <summary>
/// The checkpoints of a run, one folder each. A checkpoint is written beside its place and renamed, so that one that is there is whole; if it is
/// damaged later, its checksums tell, and the one before it is used. Another of the same step is set aside until the new one is in its place.
/// </summary>
internal sealed class CheckpointStore(string folder)
{
    private const string Prefix = "step-", Unfinished = ".part", Damaged = "damaged-";

    /// <summary>The latest checkpoint that is intact, or null when there is none at all; damaged ones are set aside, and a message tells.</summary>
    /// <exception cref="TrainingException">There are checkpoints, and none is intact.</exception>
    public (string Folder, CheckpointManifest Manifest)? FindLatest(Action<string> tell)
    {
        Directory.CreateDirectory(folder);
        ReplacedFolder.BringBackIn(folder);
        foreach (var left in Directory.EnumerateDirectories(folder, "*" + Unfinished))
            Directory.Delete(left, recursive: true);

        var damaged = new List<(string Folder, string Problem)>();
        foreach (var checkpoint in All().Reverse())
        {
            var (manifest, problem) = CheckpointManifest.Read(checkpoint);
            if (manifest is not null)
            {
                SetAside(damaged, checkpoint, tell);
                return (checkpoint, manifest);
            }

            damaged.Add((checkpoint, problem!));
        }

        return damaged.Count == 0 ? null : throw new TrainingException(
            $"no checkpoint is intact ({string.Join("; ", damaged.Select(one => $"{one.Folder}: {one.Problem}"))}); "
            + $"restore one, or remove '{folder}' to start from the beginning.");
    }

    /// <summary>The manifest of the latest checkpoint of which it can be read; null where there is none. Nothing is changed.</summary>
    public CheckpointManifest? Peek() =>
        Directory.Exists(folder) ? All().Reverse().Select(CheckpointManifest.Peek).FirstOrDefault(found => found is not null) : null;

    /// <summary>Writes a checkpoint and removes the oldest beyond those to keep, save that of the best evaluation.</summary>
    /// <returns>Its folder.</returns>
    public string Write(TrainingParts parts, Func<IReadOnlyDictionary<string, string>, CheckpointManifest> describe, long step, int keep, long? best)
    {
        var target = FolderOf(step);
        var beside = $"{target}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            Directory.CreateDirectory(beside);
            var files = CheckpointState.Write(beside, parts);
            var manifest = describe(files.ToDictionary(file => file, file => CheckpointManifest.HashOf(Path.Combine(beside, file))));
            using (var stream = File.Create(Path.Combine(beside, CheckpointManifest.FileName)))
            {
                stream.Write(manifest.ToJson());
                stream.Flush(flushToDisk: true);
            }

            ReplacedFolder.Put(beside, target);
        }
        catch
        {
            // What cannot be removed now, the next start removes.
            TryRemove(beside);
            throw;
        }

        var kept = best is { } evaluated ? FolderOf(evaluated) : null;
        foreach (var old in All().SkipLast(keep).Where(old => old != kept))
            Remove(old);
        return target;
    }

    private IEnumerable<string> All() => Directory.EnumerateDirectories(folder, Prefix + "*")
        .Where(name => !name.EndsWith(Unfinished, StringComparison.Ordinal) && !ReplacedFolder.IsSuperseded(name)).Order(StringComparer.Ordinal);

    private string FolderOf(long step) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D9}"));

    // Out of the way, so that they are neither counted among those to keep nor in the place of a new one.
    private void SetAside(IReadOnlyList<(string Folder, string Problem)> damaged, string used, Action<string> tell)
    {
        foreach (var (checkpoint, problem) in damaged)
        {
            var aside = Path.Combine(folder, $"{Damaged}{Path.GetFileName(checkpoint)}-{Guid.NewGuid():N}");
            Directory.Move(checkpoint, aside);
            tell($"the checkpoint '{checkpoint}' is damaged ({problem}) and was set aside; the run goes on from {Path.GetFileName(used)}.");
        }
    }

    // Renamed first, so that a process that is ended in between leaves nothing that looks like a checkpoint.
    private static void Remove(string checkpoint)
    {
        if (!Directory.Exists(checkpoint))
            return;
        var renamed = $"{checkpoint}.{Guid.NewGuid():N}{Unfinished}";
        Directory.Move(checkpoint, renamed);
        Directory.Delete(renamed, recursive: true);
    }

    private static void TryRemove(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
