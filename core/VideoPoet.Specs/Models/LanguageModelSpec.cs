using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>The sizes of the language model: pre-norm blocks with RMSNorm, rotary attention and SwiGLU, without biases.</summary>
public sealed record LanguageModelSpec
{
    /// <summary>The width d of the residual stream; the heads divide it into even parts.</summary>
    [Range(2, 65_536)]
    public required int Width { get; init; }

    /// <summary>The number of blocks.</summary>
    [Range(1, 1_000)]
    public required int Layers { get; init; }

    /// <summary>The number of attention heads.</summary>
    [Range(1, 1_024)]
    public required int Heads { get; init; }

    /// <summary>The inner width f of the feed-forward layers.</summary>
    [Range(1, 1_000_000)]
    public required int FeedForward { get; init; }

    /// <summary>The longest sequence, in positions.</summary>
    [Range(2, 1_000_000)]
    public required int Context { get; init; }

    /// <summary>Whether the output layer shares its weights with the token embedding.</summary>
    public bool TiedEmbeddings { get; init; } = true;

    /// <summary>The number of trained parameters, stated so that a change of size cannot go unnoticed.</summary>
    public required LanguageModelParameters Parameters { get; init; }
}

/// <summary>The stated parameter counts of a language model.</summary>
public sealed record LanguageModelParameters
{
    /// <summary>The parameters of blocks and final norm, which papers on scaling count.</summary>
    [Range(1L, long.MaxValue)]
    public required long NonEmbedding { get; init; }

    /// <summary>All parameters, with token embedding, output layer and the projection of text embeddings.</summary>
    [Range(1L, long.MaxValue)]
    public required long Total { get; init; }
}
