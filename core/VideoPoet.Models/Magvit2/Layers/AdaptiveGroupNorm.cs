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
        // The statistics of a latent frame, or of all of them as if they were one: [batch, latent frames, bits, values].
        var values = _perFrame ? codes.transpose(1, 2).flatten(3) : codes.flatten(2).unsqueeze(1);
        var mean = values.mean([-1], keepdim: true);
        // The unbiased variance; a single value deviates by nothing, where the operator itself would divide by zero.
        var variance = values.sub(mean).square().sum(-1).div(Math.Max(values.shape[3] - 1, 1));
        var scale = _scale.call(variance.add(GroupNormalisation.Epsilon).sqrt());
        var shift = _shift.call(mean.squeeze(-1));
        var normalised = GroupNormalisation.Apply(frames.to_type(_scale.weight.dtype), _perFrame);
        return OverFrames(scale, frames).mul(normalised).add(OverFrames(shift, frames)).MoveToOuterDisposeScope();
    }

    /// <summary>[batch, latent frames, channels] → [batch, channels, frames or 1, 1, 1]</summary>
    private Tensor OverFrames(Tensor latentValues, Tensor frames)
    {
        var values = latentValues.transpose(1, 2);
        if (_perFrame)
        {
            // The first latent frame stands for one frame only: what is too many is too many at the start.
            var count = frames.shape[2];
            values = values.repeat_interleave(_frames, 2);
            values = values.narrow(2, values.shape[2] - count, count);
        }
        return values.unsqueeze(-1).unsqueeze(-1);
    }
}
