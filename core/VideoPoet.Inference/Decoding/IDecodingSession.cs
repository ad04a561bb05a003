namespace VideoPoet.Inference.Decoding;

/// <summary>Samples in progress: their keys and values, and their random state. Used by one thread at a time.</summary>
public interface IDecodingSession : IDisposable
{
    /// <summary>
    /// The position of the prompt's layout that is decoded next; its length when the samples are complete. It goes back to the beginning of a latent
    /// frame that is drawn again, see <see cref="CollapseOptions.Resamples"/>, and never past the end of a latent frame first.
    /// </summary>
    int Position { get; }

    /// <summary>Whether there is nothing left to decode.</summary>
    bool IsComplete { get; }

    /// <summary>Decodes one position of all samples; a marker costs no choice, but a step all the same.</summary>
    /// <param name="cancellationToken">Cancels before the step.</param>
    /// <exception cref="InvalidOperationException">The samples are complete, or the model's logits are not numbers.</exception>
    void Step(CancellationToken cancellationToken = default);

    /// <summary>The ids of a sample up to <see cref="Position"/>, prefix included.</summary>
    /// <param name="sample">The sample, from 0.</param>
    ReadOnlySpan<int> Ids(int sample);

    /// <summary>What came of a sample's latent frames so far, those that are complete.</summary>
    /// <param name="sample">The sample, from 0.</param>
    IReadOnlyList<LatentFrameReport> Frames(int sample) => [];
}
