using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Everything that decides an output, so that the same can be generated again, bit for bit.</summary>
public sealed record GenerationRecord
{
    /// <summary>The version of this library.</summary>
    public required string Version { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>The SHA-256 of the language model's weights, and how they are held in memory.</summary>
    public required string Weights { get; init; }

    /// <summary>What the tokens mean: the fingerprint of each tokenizer in use, by kind.</summary>
    public required IReadOnlyDictionary<string, string> Tokenizers { get; init; }

    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The values of the task's parameters, such as <c>frames=5 mask=central</c>.</summary>
    public required string Parameters { get; init; }

    /// <summary>The prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>The SHA-256 of the pixels or samples that were taken of each medium, by role.</summary>
    public required IReadOnlyDictionary<string, string> Media { get; init; }

    /// <summary>The format of a sequence.</summary>
    public required VideoFormat Format { get; init; }

    /// <summary>Frames of the output; those of the format, unless another length was asked for.</summary>
    public required int Frames { get; init; }

    /// <summary>The other options, with all choices made.</summary>
    public required VideoGenerationOptions Options { get; init; }
}
