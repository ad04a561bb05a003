using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>A window of a tokenized dataset, from which the sequences of all tasks are assembled; it is valid as long as its shard is open.</summary>
public sealed class TokenizedWindow
{
    private readonly ShardReader _shard;
    private readonly int _index, _sound;

    internal TokenizedWindow(ShardReader shard, VideoFormat format, int index, TokenizedEntry entry, TimeSpan start, int sound) =>
        (_shard, Format, _index, Entry, Start, _sound) = (shard, format, index, entry, start, sound);

    /// <summary>The format.</summary>
    public VideoFormat Format { get; }

    /// <summary>Where the window comes from.</summary>
    public TokenizedEntry Entry { get; }

    /// <summary>Where it begins in its file.</summary>
    public TimeSpan Start { get; }

    /// <summary>Whether it has sound.</summary>
    public bool HasSound => _sound >= 0;

    /// <summary>Whether it has the embedding of a caption.</summary>
    public bool HasText => Entry.Text is not null;

    /// <summary>Whether the window has all that a sequence holds.</summary>
    /// <param name="layout">The sequence, of the window's format.</param>
    public bool Has(SequenceLayout layout) => Has(SequenceNeeds.Of(layout));

    /// <summary>The codes of a sequence's segments, as <see cref="SequenceTokens.Assemble"/> takes them.</summary>
    /// <param name="layout">The sequence.</param>
    /// <exception cref="DatasetException">The window lacks something that the sequence holds.</exception>
    public int[][] Codes(SequenceLayout layout) => Has(layout)
        ? [.. layout.CodeSegments.Select(CodesOf)]
        : throw new DatasetException(
            Entry.Name,
            $"the window at {Start:g} in '{Format.Name}' lacks what the sequence '{layout}' holds. Tokenize with its task in the mixture.");

    /// <summary>The embedding of the caption.</summary>
    /// <returns>float32 [ids, width], at most 64 ids, without padding.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Tensor Embedding() => _shard.Embedding(Entry.Text ?? throw new InvalidOperationException($"'{Entry.Name}' has no embedded caption."));

    /// <summary>Whether the window has what sequences need.</summary>
    internal bool Has(SequenceNeeds needs) =>
        needs.Format == Format && (!needs.Text || HasText) && (!needs.Sound || HasSound) && needs.Visual.All(_shard.Has);

    /// <summary>Copies the embedding of the caption.</summary>
    /// <param name="to">Where it goes, [64, width]; what is behind the embedding stays as it is.</param>
    /// <returns>The number of ids.</returns>
    internal int CopyEmbedding(Span<float> to) => _shard.CopyEmbedding(Entry.Text!.Value, to);

    private int[] CodesOf(Segment segment)
    {
        if (segment is VisualSegment visual)
        {
            var whole = _shard.Codes(ShardNames.Visual(Format.Name, visual.View), _index);
            // Time comes first, so that a leading part is a leading slice.
            return whole.Length == segment.Length ? whole : whole[..segment.Length];
        }
        var (levels, frames) = ((AudioSegment)segment).Shape;
        var sound = _shard.Codes(ShardNames.Sound(Format.Name), _sound);
        var all = Format.AudioFrames;
        return frames == all ? sound : [.. Enumerable.Range(0, levels).SelectMany(level => sound[(level * all)..(level * all + frames)])];
    }
}
