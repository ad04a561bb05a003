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

    /// <summary>The heads of keys and values, each shared by as many heads of queries; they divide <see cref="Heads"/>. All when absent.</summary>
    [Range(1, 1_024)]
    public int? KeyValueHeads { get; init; }

    /// <summary>The inner width f of the feed-forward layers.</summary>
    [Range(1, 1_000_000)]
    public required int FeedForward { get; init; }

    /// <summary>The longest sequence, in positions.</summary>
    [Range(2, 1_000_000)]
    public required int Context { get; init; }

    /// <summary>Whether the output layer shares its weights with the token embedding.</summary>
    public bool TiedEmbeddings { get; init; } = true;

    /// <summary>Whether queries and keys are brought to a root mean square of 1, head by head, which keeps high learning rates stable.</summary>
    public bool QueryKeyNorm { get; init; }

    /// <summary>The base of the rotary frequencies.</summary>
    [Range(1.0, 1e9, MinimumIsExclusive = true)]
    public double RotaryBase { get; init; } = 10_000;

    /// <summary>
    /// Whether a visual code is read and predicted as the two halves of its bits, the second given the first, so that a table of 2^18 rows becomes
    /// two of 2^9; the bits must be even.
    /// </summary>
    public bool FactorisedCodes { get; init; }

    /// <summary>The tables of learned coordinates.</summary>
    public CoordinateSpec Coordinates { get; init; } = new();

    /// <summary>The number of trained parameters, stated so that a change of size cannot go unnoticed.</summary>
    public required LanguageModelParameters Parameters { get; init; }
}

/// <summary>How far the learned coordinates of tokens reach; a model cannot take a sequence with a coordinate beyond.</summary>
public sealed record CoordinateSpec
{
    /// <summary>Latent frames of visual codes.</summary>
    [Range(1, 65_536)]
    public int Times { get; init; } = 32;

    /// <summary>Rows of visual codes.</summary>
    [Range(1, 65_536)]
    public int Rows { get; init; } = 64;

    /// <summary>Columns of visual codes.</summary>
    [Range(1, 65_536)]
    public int Columns { get; init; } = 64;

    /// <summary>Latent audio frames.</summary>
    [Range(1, 65_536)]
    public int AudioFrames { get; init; } = 512;

    /// <summary>Inputs of one modality that are told apart.</summary>
    [Range(1, 64)]
    public int Inputs { get; init; } = 4;
}

/// <summary>The stated parameter counts of a language model.</summary>
public sealed record LanguageModelParameters
{
    /// <summary>The parameters of blocks and final norm, which papers on scaling count.</summary>
    [Range(1L, long.MaxValue)]
    public required long NonEmbedding { get; init; }

    /// <summary>All parameters, with embeddings of tokens and coordinates, output layer and the projection of text embeddings.</summary>
    [Range(1L, long.MaxValue)]
    public required long Total { get; init; }
}
