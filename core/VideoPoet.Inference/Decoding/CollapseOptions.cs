namespace VideoPoet.Inference.Decoding;

/// <summary>
/// When a latent frame counts as collapsed: nearly all of its tokens repeat the latent frame before, and the model was sure of them. A scene that
/// stands still looks the same, so nothing is drawn again unless asked for; <see cref="IDecodingSession.Frames"/> reports it either way.
/// </summary>
public sealed record CollapseOptions
{
    /// <summary>The share of tokens that equal those of the latent frame before, above which a latent frame may be collapsed, from 0 to 1.</summary>
    public double MostRepeated { get; init; } = 0.9;

    /// <summary>The mean entropy of its tokens, nats, below which it then is.</summary>
    public double LeastEntropy { get; init; } = 0.1;

    /// <summary>How often a collapsed latent frame is drawn again, with other random numbers, before it is kept; 0 only reports.</summary>
    public int Resamples { get; init; }

    internal void Check()
    {
        if (!(MostRepeated >= 0 && MostRepeated <= 1))
            throw new ArgumentException($"the share of repeated tokens must be from 0 to 1, found {MostRepeated}.");
        if (!(LeastEntropy >= 0))
            throw new ArgumentException($"the least entropy must be 0 or more, found {LeastEntropy}.");
        if (Resamples < 0)
            throw new ArgumentException($"a latent frame is drawn again 0 times or more, found {Resamples}.");
    }
}
