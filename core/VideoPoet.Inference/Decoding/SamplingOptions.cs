namespace VideoPoet.Inference.Decoding;

/// <summary>How a token is drawn from the logits of the ids that are allowed.</summary>
public sealed record SamplingOptions
{
    /// <summary>What logits are divided by; 0 takes the likeliest token.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Only so many of the likeliest ids are drawn from; null for all.</summary>
    public int? TopK { get; init; }

    /// <summary>Only the likeliest ids that together have this probability are drawn from, above 0, at most 1.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>
    /// The guidance scale s: logits are ℓᵤ + s (ℓ − ℓᵤ), with ℓᵤ those of <see cref="DecodingRequest.Unguided"/> (Ho &amp; Salimans, arXiv 2207.12598).
    /// 1 is no guidance.
    /// </summary>
    public double Guidance { get; init; } = 1;

    /// <summary>When latent frames count as collapsed, and what is done then.</summary>
    public CollapseOptions Collapse { get; init; } = new();

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message says which.</exception>
    public void Check()
    {
        if (!double.IsFinite(Temperature) || Temperature < 0)
            throw new ArgumentException($"the temperature must be 0 or more, found {Temperature}.");
        if (TopK < 1)
            throw new ArgumentException($"top-k must be at least 1, found {TopK}; leave it out to draw from all ids.");
        if (!(TopP > 0 && TopP <= 1))
            throw new ArgumentException($"top-p must be above 0 and at most 1, found {TopP}.");
        if (!double.IsFinite(Guidance))
            throw new ArgumentException($"the guidance scale must be a number, found {Guidance}; 1 is no guidance.");
        Collapse.Check();
    }
}
