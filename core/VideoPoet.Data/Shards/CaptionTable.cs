using VideoPoet.Models.T5;
using static TorchSharp.torch;

namespace VideoPoet.Data;

/// <summary>The embeddings of a shard's captions, each computed and kept once.</summary>
/// <param name="encoder">The text encoder; null where captions are not embedded.</param>
internal sealed class CaptionTable(ITextEncoder? encoder)
{
    private readonly Dictionary<string, int> _places = [];
    private readonly List<string> _captions = [];

    /// <summary>The place of a caption; null where there is none, or captions are not embedded.</summary>
    /// <param name="caption">The caption.</param>
    public int? PlaceOf(string? caption)
    {
        if (caption is null || encoder is null)
            return null;
        if (!_places.TryGetValue(caption, out var place))
        {
            _places.Add(caption, place = _captions.Count);
            _captions.Add(caption);
        }
        return place;
    }

    /// <summary>The embeddings in half precision, one after another, and where each ends; none where there is no caption.</summary>
    // Half precision: a third of a thousandth is far below what training's own bfloat16 keeps, at half the size, and the last layer's norm keeps
    // embeddings far from its largest number.
    public IEnumerable<(string Name, Tensor Tensor)> Tensors()
    {
        if (_captions.Count == 0)
            yield break;
        using var scope = NewDisposeScope();
        Tensor[] embeddings = [.. _captions.Select(caption => encoder!.Encode(caption))];
        var end = 0L;
        long[] ends = [.. embeddings.Select(embedding => end += embedding.size(0))];
        yield return (ShardNames.TextEmbeddings, cat(embeddings).to(ScalarType.Float16, CPU).MoveToOuterDisposeScope());
        yield return (ShardNames.TextEnds, tensor(ends).MoveToOuterDisposeScope());
    }
}
