namespace VideoPoet.Inference.Decoding;

/// <summary>What came of a latent frame.</summary>
/// <param name="Index">The latent frame, from 0; given ones are not reported.</param>
/// <param name="Repeated">The share of its tokens that equal those of the latent frame before; 0 for the first.</param>
/// <param name="Entropy">The mean entropy of its tokens before top-k and top-p, nats; of temperature 1 where the likeliest is taken.</param>
/// <param name="Resamples">How often it was drawn again.</param>
/// <param name="IsCollapsed">Whether it counts as collapsed as it is kept, by <see cref="CollapseOptions"/>.</param>
public sealed record LatentFrameReport(int Index, double Repeated, double Entropy, int Resamples, bool IsCollapsed);
