namespace VideoPoet.Specs;

/// <summary>The weights that a run begins with; a name starts from the data folder that training is given.</summary>
public sealed record InitialWeightsSpec
{
    /// <summary>The video tokenizer that made the shards.</summary>
    public required string VideoTokenizer { get; init; }

    /// <summary>The audio tokenizer that made the shards; absent when no task has sound.</summary>
    public string? AudioTokenizer { get; init; }

    /// <summary>The text encoder that made the text embeddings; absent when no task has text.</summary>
    public string? TextEncoder { get; init; }

    /// <summary>The checkpoint of the language model to go on from; absent to begin with random weights.</summary>
    public string? LanguageModel { get; init; }
}
