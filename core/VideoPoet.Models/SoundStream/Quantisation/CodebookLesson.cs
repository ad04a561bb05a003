using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>What a codebook is to learn from a batch.</summary>
/// <param name="Codebook">The codebook.</param>
/// <param name="Vectors">[sounds, frames, width]: what the sounds that use its level left for it.</param>
/// <param name="Codes">[sounds, frames]: the codes that they chose.</param>
internal sealed record CodebookLesson(EmaCodebook Codebook, Tensor Vectors, Tensor Codes)
{
    /// <summary>Lets the codebook learn it.</summary>
    public void Learn() => Codebook.Learn(Vectors, Codes);
}
