using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Specs;

namespace VideoPoet.Inference;

/// <summary>Loads language models.</summary>
internal static class Decoders
{
    /// <summary>Loads a language model.</summary>
    /// <param name="weightFile">The file of its weights.</param>
    /// <param name="model">Its sizes.</param>
    /// <param name="vocabulary">The token ids.</param>
    public static ILanguageModelDecoder Load(string weightFile, ModelSpec model, UnifiedVocabulary vocabulary) =>
        throw new NotSupportedException($"{weightFile} {model} {vocabulary}");
}
