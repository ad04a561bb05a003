using VideoPoet.Core;
using VideoPoet.Specs.Binding;

namespace VideoPoet.Specs;

/// <summary>The sizes of everything that one model is made of.</summary>
[SpecFile("model")]
public sealed record ModelSpec
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The language model: a decoder-only transformer with a bidirectional prefix.</summary>
    public required LanguageModelSpec LanguageModel { get; init; }

    /// <summary>The video tokenizer.</summary>
    public required VideoTokenizerSpec VideoTokenizer { get; init; }

    /// <summary>The audio tokenizer.</summary>
    public required AudioTokenizerSpec AudioTokenizer { get; init; }

    /// <summary>The text encoder, which stays frozen.</summary>
    public required TextEncoderSpec TextEncoder { get; init; }

    /// <summary>The super-resolution stages in order; none when the model has none.</summary>
    public ValueList<SuperResolutionSpec> SuperResolution { get; init; } = [];

    /// <summary>The vocabulary that the tokenizers make, with the built-in task and format tokens.</summary>
    public UnifiedVocabulary CreateVocabulary() => new(VideoTokenizer.Codes, AudioTokenizer.Levels, AudioTokenizer.Codes);
}
