using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>The sizes of the T5 text encoder.</summary>
public sealed record TextEncoderSpec
{
    /// <summary>The width of an embedding.</summary>
    [Range(1, 65_536)]
    public required int Width { get; init; }

    /// <summary>The number of encoder blocks.</summary>
    [Range(1, 1_000)]
    public required int Layers { get; init; }

    /// <summary>The number of attention heads.</summary>
    [Range(1, 1_024)]
    public required int Heads { get; init; }

    /// <summary>The width of each head; the heads together need not have the width of the embedding.</summary>
    [Range(1, 1_024)]
    public required int HeadWidth { get; init; }

    /// <summary>The inner width of the feed-forward layers.</summary>
    [Range(1, 1_000_000)]
    public required int FeedForward { get; init; }

    /// <summary>Whether the feed-forward layers are gated with GELU, as in T5 v1.1, or plain with ReLU, as in T5 v1.0.</summary>
    public bool Gated { get; init; } = true;

    /// <summary>The rows of the piece table.</summary>
    [Range(3, 1_000_000)]
    public required int Vocabulary { get; init; }

    /// <summary>The number of parameters.</summary>
    [Range(1L, long.MaxValue)]
    public required long Parameters { get; init; }
}
