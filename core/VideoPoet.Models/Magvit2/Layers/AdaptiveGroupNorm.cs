using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Group normalisation whose scale and shift are made of the codes' deviation and mean: scale = W s + b, shift = V m + c. MAGVIT-v2 does not state
/// its formula; this is that of Open-MAGVIT2.
/// </summary>
internal sealed class AdaptiveGroupNorm : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "gamma")]
    private readonly Linear _scale;

    [ComponentName(Name = "beta")]
    private readonly Linear _shift;

    private readonly bool _perFrame;
    private readonly long _frames;

    /// <param name="channels">The channels that are normalised.</param>
    /// <param name="bits">The channels of the codes.</param>
    /// <param name="frames">The frames that one latent frame has become.</param>
    /// <param name="options">What all layers share.</param>
    public AdaptiveGroupNorm(long channels, long bits, long frames, LayerOptions options) : base(nameof(AdaptiveGroupNorm))
    {
        _scale = nn.Linear(bits, channels, device: options.Device);
        _shift = nn.Linear(bits, channels, device: options.Device);
        (_perFrame, _frames) = (options.PerFrame, frames);
        RegisterComponents();
    }

    /// <summary>Normalises frames, [batch, channels, frames, height, width], by codes, [batch, bits, latent frames, rows, columns].</summary>
    public override Tensor forward(Tensor frames, Tensor codes)
    {
        using var scope = NewDisposeScope();
        // Each latent frame by itself, so that its numbers do not depend on how many there are; or all of them as if they were one.
        var parts = _perFrame ? codes.unbind(2) : [codes];
        List<Tensor> scales = [], shifts = [];
        foreach (var part in parts)
        {
            var values = part.flatten(2).contiguous(); // [batch, bits, values]
            var mean = values.mean([-1], keepdim: true);
            // The unbiased variance; a single value deviates by nothing, where the operator itself would divide by zero.
            var variance = values.sub(mean).square().sum(-1).div(Math.Max(values.shape[2] - 1, 1));
            scales.Add(_scale.call(variance.add(GroupNormalisation.Epsilon).sqrt()));
            shifts.Add(_shift.call(mean.squeeze(-1)));
        }
        var (scale, shift) = (OverFrames(stack(scales, 2), frames), OverFrames(stack(shifts, 2), frames));
        return GroupNormalisation.Apply(frames, scale, shift, _perFrame, silu: false).MoveToOuterDisposeScope();
    }

    /// <summary>[batch, channels, latent frames] → [batch, channels, frames or 1]</summary>
    private Tensor OverFrames(Tensor latentValues, Tensor frames)
    {
        if (!_perFrame)
            return latentValues;
        // The first latent frame stands for one frame only: what is too many is too many at the start.
        var count = frames.shape[2];
        var values = latentValues.repeat_interleave(_frames, 2);
        return values.narrow(2, values.shape[2] - count, count);
    }
}
