using VideoPoet.Core;
using VideoPoet.Inference.Decoding.Steps;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Decoding;

/// <summary>
/// Decodes with the network itself, on any device of the torch engine. What a matrix product gives may depend on the rows beside it in the last bits.
/// </summary>
/// <param name="model">The model; owned by the decoder from here on.</param>
public sealed class TorchDecoder(PrefixLanguageModel model) : ILanguageModelDecoder
{
    /// <inheritdoc/>
    public LanguageModelSpec Sizes => model.Sizes;

    /// <inheritdoc/>
    public UnifiedVocabulary Vocabulary => model.Vocabulary;

    /// <inheritdoc/>
    public int TextWidth => model.TextWidth;

    /// <inheritdoc/>
    public long SessionBytes(DecodingRequest request) => new DecodingPlan(request, this).SessionBytes(sizeof(float), sharesPrefix: false);

    /// <inheritdoc/>
    public IDecodingSession Begin(DecodingRequest request, CancellationToken cancellationToken = default)
    {
        var plan = new DecodingPlan(request, this);
        cancellationToken.ThrowIfCancellationRequested();
        return new DecodingSession(plan, new TorchStepModel(model, plan), Vocabulary, Sizes.FactorisedCodes ? model.Rows.High.Count : 0);
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
