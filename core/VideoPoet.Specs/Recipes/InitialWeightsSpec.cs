namespace VideoPoet.Specs;

/// <summary>The weights that a run begins with.</summary>
public sealed record InitialWeightsSpec
{
    /// <summary>The video tokenizer that made the shards; the name starts from the data folder that training is given.</summary>
    public required string VideoTokenizer { get; init; }

    /// <summary>The audio tokenizer that made the shards, named likewise; absent when no task has sound.</summary>
    public string? AudioTokenizer { get; init; }

    /// <summary>The text encoder that made the text embeddings, named likewise; absent when no task has text.</summary>
    public string? TextEncoder { get; init; }

    /// <summary>
    /// The language model to go on from, a run's folder or a file of weights, starting from the working directory; absent for random weights.
    /// </summary>
    public string? LanguageModel { get; init; }
}
