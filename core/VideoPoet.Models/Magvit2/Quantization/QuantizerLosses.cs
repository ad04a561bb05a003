using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// The terms that keep lookup-free codes decided and evenly used. A latent z means the code c softly, with the probability softmax(−‖z − c‖² / τ);
/// given z the bits are independent, and a bit is set with the probability σ(4 z / τ).
/// </summary>
public static class QuantizerLosses
{
    // Keeps the logarithm of an unused code finite (MAGVIT's published losses).
    private const double LogFloor = 1e-5;

    /// <summary>How undecided latents are: the mean over latents of their codes' entropy, in nats, exactly.</summary>
    /// <param name="latents">[batch, bits, …]</param>
    /// <param name="temperature">τ, positive.</param>
    /// <returns>A scalar.</returns>
    public static Tensor SampleEntropy(Tensor latents, double temperature)
    {
        using var scope = NewDisposeScope();
        var odds = LogOdds(latents, temperature);
        // −p log p − (1 − p) log(1 − p) for p = σ(a) is softplus(a) − a p, without the logarithm of 0.
        return nn.functional.softplus(odds).sub(odds.mul(odds.sigmoid())).sum(1).mean().MoveToOuterDisposeScope();
    }

    /// <summary>
    /// How evenly codes are used: the entropy of the mean over latents of their codes' distribution, in nats. The bits fall into groups whose
    /// entropies are added: exact for one group, else an upper bound that needs 2^(bits / groups) probabilities a latent in place of 2^bits.
    /// </summary>
    /// <param name="latents">[batch, bits, …]</param>
    /// <param name="temperature">τ, positive.</param>
    /// <param name="groups">How many groups; it divides the bits.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ArgumentException">The groups do not divide the bits.</exception>
    public static Tensor BatchEntropy(Tensor latents, double temperature, int groups)
    {
        var bits = latents.shape[1];
        if (groups < 1 || bits % groups != 0)
            throw new ArgumentException($"the number of groups must divide the {bits} bits, found {groups}.", nameof(groups));
        using var scope = NewDisposeScope();
        var odds = LogOdds(latents, temperature).flatten(2).transpose(1, 2).reshape(-1, groups, bits / groups);
        var patterns = BitPatterns(bits / groups, odds);
        // A code's logarithm is the sum of the log-odds of its set bits, up to what all codes of the latent share.
        var usage = odds.matmul(patterns).softmax(-1).mean([0L]);
        return usage.mul(usage.add(LogFloor).log()).sum().neg().MoveToOuterDisposeScope();
    }

    /// <summary>How far latents are from their codes: the mean squared distance of a channel.</summary>
    /// <param name="latents">[batch, bits, …]</param>
    /// <returns>A scalar.</returns>
    public static Tensor Commitment(Tensor latents)
    {
        using var scope = NewDisposeScope();
        return latents.sub(LookupFreeQuantizer.Signs(latents)).square().mean().MoveToOuterDisposeScope();
    }

    private static Tensor LogOdds(Tensor latents, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        // Half precision would round away the small differences that these losses are about.
        return latents.to_type(latents.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32).mul(4 / temperature);
    }

    /// <summary>[bits, 2^bits]: column c is the bits of c.</summary>
    private static Tensor BitPatterns(long bits, Tensor like)
    {
        using var scope = NewDisposeScope();
        var codes = arange(1L << (int)bits, dtype: ScalarType.Int64, device: like.device).unsqueeze(0);
        var places = arange(bits, dtype: ScalarType.Int64, device: like.device).unsqueeze(1);
        return codes.bitwise_right_shift(places).remainder(2).to_type(like.dtype).MoveToOuterDisposeScope();
    }
}
