using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>LeCAM (arXiv 2104.03310): keeps the discriminator's mean logits near the running averages of the other kind's.</summary>
public sealed class LecamRegularizer : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly double _decay;
    private readonly Tensor _real;
    private readonly Tensor _decoded;

    /// <summary>Starts with averages of 0.</summary>
    /// <param name="decay">The share of the old average that a step keeps, from 0 to 1.</param>
    /// <param name="device">Where the averages are made; the default device when null.</param>
    public LecamRegularizer(double decay = 0.999, Device? device = null) : base(nameof(LecamRegularizer))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decay, 1);
        _decay = decay;
        _real = zeros([], device: device);
        _decoded = zeros([], device: device);
        register_buffer("real", _real);
        register_buffer("decoded", _decoded);
    }

    /// <summary>relu(mean D(real) − average D(decoded))² + relu(average D(real) − mean D(decoded))².</summary>
    /// <param name="real">Logits of real clips, [batch].</param>
    /// <param name="decoded">Logits of decoded clips, [batch].</param>
    /// <returns>A scalar, without MAGVIT-v2's weight of 0.001.</returns>
    public override Tensor forward(Tensor real, Tensor decoded)
    {
        using var scope = NewDisposeScope();
        // Copies: the next update must not change what the backward pass reads.
        var above = nn.functional.relu(real.mean().sub(_decoded.clone()));
        var below = nn.functional.relu(_real.clone().sub(decoded.mean()));
        return above.square().add(below.square()).MoveToOuterDisposeScope();
    }

    /// <summary>Moves the averages, after a step of the discriminator.</summary>
    /// <param name="real">Logits of real clips, [batch].</param>
    /// <param name="decoded">Logits of decoded clips, [batch].</param>
    public void Update(Tensor real, Tensor decoded)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        _real.mul_(_decay).add_(real.mean().mul(1 - _decay));
        _decoded.mul_(_decay).add_(decoded.mean().mul(1 - _decay));
    }
}
