using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using VideoPoet.Media;
using VideoPoet.Torch;

namespace VideoPoet.Data;

/// <summary>One run of one machine: finds what is finished, and makes the rest with a thread for each worker.</summary>
internal sealed class TokenizingRun(
    TokenPlan plan, DatasetDescription description, IReadOnlyList<DatasetEntry> entries, string folder, TokenizingOptions options,
    IProgress<TokenizingProgress>? progress)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly BadEntryList _reasons = new(folder, options.Part);
    private readonly ConcurrentQueue<BadEntry> _bad = [];
    private readonly List<string> _repaired = [];
    private int _entriesDone, _entriesInAll;
    private long _windows;

    /// <summary>Encodes entries.</summary>
    public required EntryTokenizer Tokenizer { get; init; }

    /// <summary>Writes shards.</summary>
    public required ShardWriter Writer { get; init; }

    /// <summary>Makes all shards of the part that are not finished.</summary>
    public async Task<TokenizingResult> RunAsync(CancellationToken cancellationToken)
    {
        int[] shards = [.. Enumerable.Range(0, description.Shards).Where(options.Part.Has)];
        _entriesInAll = shards.Sum(LengthOf);
        DeleteLeftovers(shards);
        var hash = description.Hash();
        var waiting = new ConcurrentQueue<int>(shards.Where(shard => !IsFinished(shard, hash)));
        var finishedBefore = shards.Length - waiting.Count;
        CheckBad();
        Report();
        if (!waiting.IsEmpty)
            await WorkAsync(waiting, cancellationToken).ConfigureAwait(false);
        _reasons.Keep(_bad);
        var isComplete = DatasetIndex.WriteIfComplete(folder, description);
        var (windows, tooShort) = Look(shards);
        return new(
            shards.Length, finishedBefore, _repaired, windows, tooShort, [.. _bad.OrderBy(entry => entry.Number).Select(_reasons.WithReason)],
            isComplete);
    }

    private string PathOf(int shard) => Path.Join(folder, description.FileOf(shard));

    private int LengthOf(int shard) => description.EntriesOf(shard).GetOffsetAndLength(entries.Count).Length;

    // What a killed run was writing.
    private void DeleteLeftovers(int[] shards)
    {
        var own = shards.Select(description.FileOf).ToHashSet();
        if (options.Part == ShardPart.Whole)
            own.UnionWith([DatasetDescription.FileName, DatasetIndex.FileName, BadEntryList.FileName]);
        foreach (var path in Directory.GetFiles(folder, "*.part"))
        {
            var name = Path.GetFileName(path);
            if (own.Contains(Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(name))))
                File.Delete(path);
        }
    }

    private bool IsFinished(int shard, string hash)
    {
        if (!File.Exists(PathOf(shard)))
            return false;
        try
        {
            using var reader = new ShardReader(PathOf(shard));
            reader.Verify();
            if (reader.DatasetHash == hash)
            {
                foreach (var bad in reader.Bad)
                    _bad.Enqueue(bad);
                _entriesDone += LengthOf(shard);
                return true;
            }
        }
        catch (DatasetException)
        {
            // Damage is mended below as a shard of another dataset is.
        }
        _repaired.Add(description.FileOf(shard));
        return false;
    }

    private async Task WorkAsync(ConcurrentQueue<int> waiting, CancellationToken cancellationToken)
    {
        var threads = TorchRuntime.Current.Threads;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Threads of their own: libtorch keeps the number of an operator's threads for each.
        var workers = Enumerable.Range(0, Math.Min(options.Workers, waiting.Count))
            .Select(_ => Task.Factory.StartNew(() => Work(waiting, stop), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        catch
        {
            cancellationToken.ThrowIfCancellationRequested();
            // The others were only stopped because of it.
            var failure = workers.Select(worker => worker.Exception?.InnerException).FirstOrDefault(exception => exception is not null);
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);
            throw;
        }
        finally
        {
            TorchRuntime.Current.Threads = threads;
        }
    }

    private void Work(ConcurrentQueue<int> waiting, CancellationTokenSource stop)
    {
        TorchRuntime.Current.Threads = options.ThreadsPerWorker;
        try
        {
            while (waiting.TryDequeue(out var shard))
                Make(shard, stop.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            stop.Cancel();
            throw;
        }
    }

    private void Make(int shard, CancellationToken cancellationToken)
    {
        var done = new List<EntryTokens>();
        var bad = new List<BadEntry>();
        var (first, length) = description.EntriesOf(shard).GetOffsetAndLength(entries.Count);
        for (var number = first; number < first + length; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                done.Add(Tokenizer.Encode(entries[number], WindowDone, cancellationToken));
            }
            catch (MediaException exception)
            {
                bad.Add(Skip(number, exception));
            }
            Interlocked.Increment(ref _entriesDone);
            Report();
        }
        Writer.Write(PathOf(shard), done, bad);
    }

    private BadEntry Skip(int number, MediaException exception)
    {
        // Without the path, which is the machine's.
        var bad = new BadEntry(number, entries[number].Name, $"{exception.Reason}. {exception.Remedy}");
        _reasons.Add(bad);
        _bad.Enqueue(bad);
        CheckBad();
        return bad;
    }

    private void CheckBad()
    {
        if (_bad.Count > options.BadFilesLimit)
        {
            throw BadFile.TooMany(
                [.. _bad.OrderBy(bad => bad.Number).Select(_reasons.WithReason)
                    .Select(bad => new BadFile(entries[bad.Number], bad.Reason ?? "cannot be read."))],
                options.BadFilesLimit);
        }
    }

    private void WindowDone()
    {
        Interlocked.Increment(ref _windows);
        Report();
    }

    private void Report()
    {
        progress?.Report(new(_entriesDone, _entriesInAll, Interlocked.Read(ref _windows), _bad.Count, _clock.Elapsed));
    }

    // How many windows the shards have in each format, and which entries have none.
    private (Dictionary<string, long> Windows, List<string> TooShort) Look(int[] shards)
    {
        var counts = plan.Formats.ToDictionary(format => format.Format.Name, _ => 0L);
        var tooShort = new List<string>();
        foreach (var shard in shards)
        {
            using var reader = new ShardReader(PathOf(shard));
            // Parts of one file may be alike in all that an entry says.
            var empty = new HashSet<TokenizedEntry>(reader.Entries, ReferenceEqualityComparer.Instance);
            foreach (var format in plan.Formats.Select(format => format.Format))
            {
                var count = reader.Count(format.Name);
                counts[format.Name] += count;
                for (var window = 0; window < count && empty.Count > 0; window++)
                    empty.Remove(reader.Window(format, window).Entry);
            }
            tooShort.AddRange(reader.Entries.Where(empty.Contains).Select(entry => entry.Name));
        }
        return (counts, tooShort);
    }
}
