using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>What a training step of the tokenizer computes from a batch of sounds.</summary>
/// <param name="Waveform">The decoded sounds, [batch, 1, samples].</param>
/// <param name="Codes">[batch, trained levels, frames], also of levels that were dropped.</param>
/// <param name="Commitment">How far the latents are from their codewords; one number to be minimised.</param>
public sealed record SoundStreamReconstruction(Tensor Waveform, Tensor Codes, Tensor Commitment)
{
    /// <summary>What <see cref="LearnCodebooks"/> lets codebooks learn; nothing outside training mode.</summary>
    internal IReadOnlyList<CodebookLesson> Lessons { get; init; } = [];

    /// <summary>Lets the codebooks follow the sounds, once the step has updated the weights; before any of its tensors is disposed of.</summary>
    public void LearnCodebooks()
    {
        foreach (var lesson in Lessons)
            lesson.Learn();
    }
}
