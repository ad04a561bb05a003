namespace VideoPoet.InferenceHost.Generate;

/// <summary>What a sample holds.</summary>
/// <param name="Seed">The seed that gives it alone.</param>
/// <param name="Frames">How many frames.</param>
/// <param name="Width">Their width.</param>
/// <param name="Height">Their height.</param>
/// <param name="Samples">How many samples of sound, at 16 kHz.</param>
/// <param name="PixelsSha256">The hash of all pixels, three bytes each; null where there are no frames.</param>
/// <param name="SamplesSha256">The hash of all samples as float32; null where there is no sound.</param>
internal sealed record ContentFacts(
    long Seed, int Frames, int Width, int Height, long Samples, string? PixelsSha256 = null, string? SamplesSha256 = null)
{
    /// <summary>Whether another sample has the same content, bit for bit.</summary>
    public bool IsSame(ContentFacts other) => (PixelsSha256, SamplesSha256) == (other.PixelsSha256, other.SamplesSha256);
}
