using System.ComponentModel.DataAnnotations;

namespace VideoPoet.Specs;

/// <summary>Where the tokens that a language model learns from lie.</summary>
public sealed record TokenDataSpec
{
    /// <summary>
    /// The folder that the mixture's shards and the names of the tokenizers start from; <c>--data</c> takes its place.
    /// </summary>
    public string Source { get; init; } = ".";

    /// <summary>
    /// Makes <see cref="Source"/> media, of which the run makes its tokens itself: a folder with captions in text files beside them, a manifest, or a
    /// data source such as <c>toybox:clips=1000</c>. Shards and tokenizers then start from the run's folder.
    /// </summary>
    public TokenizeSpec? Tokenize { get; init; }

    /// <summary>The share of the files of each kind of sequence, chosen by their content, that is kept for measuring.</summary>
    [Range(0.0, 0.5)]
    public Share HeldOut { get; init; } = new(0.02);
}
