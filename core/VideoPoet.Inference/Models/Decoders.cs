using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Inference;

/// <summary>Loads language models for the processor.</summary>
internal static class Decoders
{
    /// <summary>Loads a language model.</summary>
    /// <param name="weightFile">The file of its weights.</param>
    /// <param name="model">Its sizes.</param>
    /// <param name="vocabulary">The token ids.</param>
    /// <param name="format">How the weights are held.</param>
    /// <param name="threads">How many threads work on a step; all processors when null.</param>
    /// <exception cref="FormatException">The file is broken, or of another model.</exception>
    public static ILanguageModelDecoder Load(string weightFile, ModelSpec model, UnifiedVocabulary vocabulary, WeightFormat format, int? threads)
    {
        var network = new PrefixLanguageModel(model.LanguageModel, vocabulary, model.TextEncoder.Width);
        try
        {
            LanguageModelFile.Load(weightFile, network);
            network.eval();
            foreach (var parameter in network.parameters())
                parameter.requires_grad = false;
            return new ManagedDecoder(network, format, threads);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }
}
