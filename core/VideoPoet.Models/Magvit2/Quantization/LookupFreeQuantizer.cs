using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Lookup-free quantisation (MAGVIT-v2 §3.1): a code is the signs of its latent's channels, and its id is the number that these bits write, the
/// first channel as the lowest bit.
/// </summary>
/// <param name="bits">The channels of a latent, from 1 to 62.</param>
public sealed class LookupFreeQuantizer(int bits)
{
    private const int MostBits = 62; // of a non-negative 64-bit number, with one to spare for the number of codes

    /// <summary>The channels of a latent.</summary>
    public int Bits { get; } = bits is >= 1 and <= MostBits
        ? bits
        : throw new ArgumentOutOfRangeException(nameof(bits), bits, $"a code has 1 to {MostBits} bits.");

    /// <summary>The number of ids.</summary>
    public long Codes => 1L << Bits;

    /// <summary>The signs of latents, −1 or 1; 0 becomes −1. The gradient passes as if nothing had been done (straight-through).</summary>
    /// <param name="latents">[batch, bits, …]</param>
    /// <returns>Of the same shape.</returns>
    public Tensor Quantize(Tensor latents)
    {
        using var scope = NewDisposeScope();
        var codes = Signs(latents);
        // Latents less themselves are exactly 0, so that codes stay exact.
        return (latents.requires_grad ? codes.add(latents.sub(latents.detach())) : codes).MoveToOuterDisposeScope();
    }

    /// <summary>The ids of latents or of codes.</summary>
    /// <param name="latents">[batch, bits, …]</param>
    /// <returns>[batch, …], 64-bit numbers from 0 to <see cref="Codes"/> − 1.</returns>
    public Tensor ToIds(Tensor latents)
    {
        using var scope = NewDisposeScope();
        var set = latents.detach().gt(0).to_type(ScalarType.Int64);
        return set.bitwise_left_shift(Places(latents.dim(), latents.device)).sum(1).MoveToOuterDisposeScope();
    }

    /// <summary>The codes of ids.</summary>
    /// <param name="ids">[batch, …], 64-bit numbers.</param>
    /// <returns>[batch, bits, …], single-precision −1 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not from 0 to <see cref="Codes"/> − 1.</exception>
    public Tensor FromIds(Tensor ids)
    {
        using var scope = NewDisposeScope();
        if (ids.numel() > 0 && (ids.min().ToInt64() < 0 || ids.max().ToInt64() >= Codes))
            throw new ArgumentOutOfRangeException(
                nameof(ids), $"ids must be from 0 to {Codes - 1}, found {ids.min().ToInt64()} to {ids.max().ToInt64()}.");
        var wide = ids.unsqueeze(1);
        return wide.bitwise_right_shift(Places(wide.dim(), ids.device)).remainder(2).mul(2).sub(1)
            .to_type(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <summary>−1 or 1 of latents, without a gradient.</summary>
    internal static Tensor Signs(Tensor latents)
    {
        using var scope = NewDisposeScope();
        return latents.detach().gt(0).to_type(latents.dtype).mul(2).sub(1).MoveToOuterDisposeScope();
    }

    /// <summary>The place of each channel's bit, along the second of some dimensions.</summary>
    private Tensor Places(long dimensions, Device device)
    {
        var shape = new long[dimensions];
        Array.Fill(shape, 1);
        shape[1] = Bits;
        return arange(Bits, dtype: ScalarType.Int64, device: device).view(shape);
    }
}
