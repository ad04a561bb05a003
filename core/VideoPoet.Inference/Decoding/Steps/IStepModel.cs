using VideoPoet.Core;

namespace VideoPoet.Inference.Decoding.Steps;

/// <summary>A model in the midst of samples: it takes their tokens one position at a time and says what may come next.</summary>
/// <remarks>It holds one row for each branch of guidance and sample, the samples of the guided branch first.</remarks>
internal interface IStepModel : IDisposable
{
    /// <summary>Takes the next token of each sample, into all branches.</summary>
    /// <param name="ids">One id a sample.</param>
    void Advance(ReadOnlySpan<int> ids);

    /// <summary>Computes the logits of the token after those taken.</summary>
    /// <param name="ids">The ids that are asked for: of one kind, and no halves.</param>
    void ComputeLogits(IdRange ids);

    /// <summary>Computes the logits of the high halves of visual codes.</summary>
    void ComputeHighLogits();

    /// <summary>Computes the logits of the low halves of visual codes.</summary>
    /// <param name="high">The high half of each sample.</param>
    void ComputeLowLogits(ReadOnlySpan<int> high);

    /// <summary>The logits that were computed last.</summary>
    /// <param name="branch">0 for the guided branch, 1 for the other.</param>
    /// <param name="sample">The sample.</param>
    Span<float> Logits(int branch, int sample);

    /// <summary>Forgets the latest tokens, but none of those that the samples began with.</summary>
    /// <param name="count">How many are kept of those that <see cref="Advance"/> took.</param>
    void Rewind(int count);
}
