using VideoPoet.Core;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Decoding;

/// <summary>A language model's weights, ready to decode: shared by any number of sessions on any threads, and never changed.</summary>
public interface ILanguageModelDecoder : IDisposable
{
    /// <summary>The sizes.</summary>
    LanguageModelSpec Sizes { get; }

    /// <summary>The token ids.</summary>
    UnifiedVocabulary Vocabulary { get; }

    /// <summary>The width of a text embedding.</summary>
    int TextWidth { get; }

    /// <summary>The memory that a session would take beside the weights, bytes.</summary>
    /// <param name="request">What would be decoded.</param>
    long SessionBytes(DecodingRequest request);

    /// <summary>Computes the prefix, and what is given of the output. The session must be disposed before the decoder.</summary>
    /// <param name="request">What is decoded.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The request does not fit the model; the message says in what.</exception>
    IDecodingSession Begin(DecodingRequest request, CancellationToken cancellationToken = default);
}
