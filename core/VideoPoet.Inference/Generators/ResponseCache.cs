namespace VideoPoet.Inference;

/// <summary>The parts of generations, up to a size; the least recently used make room. Thread-safe.</summary>
/// <param name="mostBytes">How many bytes of frames, sound and tokens are kept.</param>
internal sealed class ResponseCache(long mostBytes)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _latestFirst = [];
    private readonly Lock _lock = new();
    private long _bytes;

    /// <summary>How many bytes are kept at most.</summary>
    public long MostBytes => mostBytes;

    /// <summary>The bytes of a part.</summary>
    /// <param name="update">The part.</param>
    public static long BytesOf(VideoGenerationUpdate update) =>
        (update.Frames?.Pixels.Length ?? 0) + sizeof(float) * (long)(update.Sound?.Samples.Length ?? 0) + sizeof(int) * (long)(update.Tokens?.Ids.Count ?? 0);

    /// <summary>The parts of a generation; null when they are not kept.</summary>
    /// <param name="key">What decides it.</param>
    public IReadOnlyList<VideoGenerationUpdate>? Get(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Parts;
        }
    }

    /// <summary>Keeps the parts of a generation.</summary>
    /// <param name="key">What decides it.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="bytes">Their bytes, not more than are kept at most.</param>
    public void Add(string key, IReadOnlyList<VideoGenerationUpdate> parts, long bytes)
    {
        lock (_lock)
        {
            // Somebody may have generated the same meanwhile.
            if (_byKey.ContainsKey(key))
                return;
            _byKey.Add(key, _latestFirst.AddFirst(new Entry(key, parts, bytes)));
            for (_bytes += bytes; _bytes > mostBytes; _latestFirst.RemoveLast())
            {
                _byKey.Remove(_latestFirst.Last!.Value.Key);
                _bytes -= _latestFirst.Last.Value.Bytes;
            }
        }
    }

    private sealed record Entry(string Key, IReadOnlyList<VideoGenerationUpdate> Parts, long Bytes);
}
