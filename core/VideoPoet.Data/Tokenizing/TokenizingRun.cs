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

    // What earlier runs could not read, by shard.
    private readonly Dictionary<int, int[]> _badBefore = [];
    private int _made, _entriesDone, _entriesInAll;
    private long _windows;

    /// <summary>Encodes entries.</summary>
    public required EntryTokenizer Tokenizer { get; init; }

    /// <summary>Writes shards.</summary>
    public required ShardWriter Writer { get; init; }

    /// <summary>Makes all shards of the part that are not finished, and those again of which something was bad and is mended.</summary>
    public async Task<TokenizingResult> RunAsync(CancellationToken cancellationToken)
    {
        int[] shards = [.. Enumerable.Range(0, description.Shards).Where(options.Part.Has)];
        _entriesInAll = shards.Sum(LengthOf);
        DeleteLeftovers(shards);
        var hash = description.Hash();
        // What is missing comes first: what was bad may stay so.
        var waiting = new ConcurrentQueue<int>(shards.Where(shard => !IsFinished(shard, hash)).OrderBy(_badBefore.ContainsKey));
        Report();
        if (!waiting.IsEmpty)
            await WorkAsync(waiting, cancellationToken).ConfigureAwait(false);
        _reasons.Keep(_bad);
        var isComplete = DatasetIndex.WriteIfComplete(folder, description);
        var (windows, tooShort) = Look(shards);
        return new(
            shards.Length, shards.Length - _made, _repaired, windows, tooShort, [.. _bad.OrderBy(entry => entry.Number)], isComplete);
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
                if (reader.Bad.Count > 0)
                {
                    _badBefore.Add(shard, [.. reader.Bad.Select(bad => bad.Number)]);
                    return false;
                }
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
        var (first, length) = description.EntriesOf(shard).GetOffsetAndLength(entries.Count);
        int[] before = _badBefore.GetValueOrDefault(shard) ?? [];
        var tokens = new SortedDictionary<int, EntryTokens?>();
        foreach (var number in before)
            tokens[number] = Encode(number, cancellationToken);
        // As long as nothing is mended, the shard is what it would become.
        if (before.Length > 0 && tokens.Values.All(mended => mended is null))
        {
            Interlocked.Add(ref _entriesDone, length - before.Length);
            Report();
            return;
        }
        foreach (var number in Enumerable.Range(first, length).Except(before))
            tokens[number] = Encode(number, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Writer.Write(
            PathOf(shard),
            [.. tokens.Values.OfType<EntryTokens>()],
            [.. tokens.Where(entry => entry.Value is null).Select(entry => new BadEntry(entry.Key, entries[entry.Key].Name, Reason: null))]);
        Interlocked.Increment(ref _made);
    }

    // The tokens of an entry; null of one that is bad.
    private EntryTokens? Encode(int number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EntryTokens? tokens = null;
        try
        {
            tokens = Tokenizer.Encode(entries[number], WindowDone, cancellationToken);
        }
        catch (MediaException exception) when (!exception.IsFaultOfTool)
        {
            Skip(number, exception);
        }
        Interlocked.Increment(ref _entriesDone);
        Report();
        return tokens;
    }

    private void Skip(int number, MediaException exception)
    {
        // Without the path, which is the machine's.
        var bad = new BadEntry(number, entries[number].Name, $"{exception.Reason}. {exception.Remedy}");
        _reasons.Add(bad);
        _bad.Enqueue(bad);
        if (_bad.Count > options.BadFilesLimit)
        {
            throw BadFile.TooMany(
                [.. _bad.OrderBy(entry => entry.Number).Select(entry => new BadFile(entries[entry.Number], entry.Reason!))], options.BadFilesLimit);
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
