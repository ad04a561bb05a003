using VideoPoet.Core;

namespace VideoPoet.Data;

/// <summary>The names of tensors and texts in a shard.</summary>
internal static class ShardNames
{
    /// <summary>float16 [ids, width]: the embeddings of all captions, one after another.</summary>
    public const string TextEmbeddings = "text-embeddings";

    /// <summary>int64 [captions]: where each caption's embeddings end.</summary>
    public const string TextEnds = "text-ends";

    /// <summary>The entries as JSON.</summary>
    public const string Entries = "entries";

    /// <summary>The numbers and names of skipped entries as JSON.</summary>
    public const string Bad = "bad";

    /// <summary>The hash of the dataset's description.</summary>
    public const string Dataset = "dataset";

    /// <summary>A hash of all else in the shard.</summary>
    public const string Checksum = "checksum";

    /// <summary>The tokenizers as JSON.</summary>
    public const string Tokenizers = "tokenizers";

    /// <summary>int64 [windows, 3]: the entry's place in the shard, the start in ticks of 100 ns, the row among the sounds or −1.</summary>
    public static string Windows(string format) => $"{format}/windows";

    /// <summary>int16 or int32 [windows, latent frames, rows, columns].</summary>
    public static string Video(string format) => $"{format}/video";

    /// <summary>int16 or int32 [sounds, levels, latent frames].</summary>
    public static string Sound(string format) => $"{format}/sound";

    /// <summary>int16 or int32 [windows, latent frames, rows, columns] of a computed view.</summary>
    public static string View(string format, string key) => $"{format}/views/{key}";

    /// <summary>The codes that a visual view is, or is the beginning of.</summary>
    public static string Visual(string format, ClipView view) => view.IsComputed ? View(format, FormatPlan.KeyOf(view)) : Video(format);
}
