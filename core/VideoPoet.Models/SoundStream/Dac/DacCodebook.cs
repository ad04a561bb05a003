using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Torch;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>One level of codes: latents are projected to a few dimensions, where the codeword of the nearest direction is taken.</summary>
internal sealed class DacCodebook : nn.Module
{
    [ComponentName(Name = "in_proj")] private readonly Conv1d _inward;
    [ComponentName(Name = "out_proj")] private readonly Conv1d _outward;
    [ComponentName(Name = "codebook")] private readonly Embedding _codebook;

    public DacCodebook(DacSizes sizes, Device? device) : base(nameof(DacCodebook))
    {
        _inward = nn.Conv1d(sizes.LatentWidth, sizes.CodeWidth, 1L, device: device);
        _outward = nn.Conv1d(sizes.CodeWidth, sizes.LatentWidth, 1L, device: device);
        _codebook = nn.Embedding(sizes.Codes, sizes.CodeWidth, device: device);
        RegisterComponents();
    }

    /// <summary>[batch, latent width, frames] → [batch, frames]</summary>
    public Tensor Nearest(Tensor latent)
    {
        using var scope = NewDisposeScope();
        // Among vectors of length 1, the smallest angle is the largest product.
        using var precise = TorchRuntime.Current.Autocast(latent.device_type, enabled: false);
        var directions = nn.functional.normalize(_inward.call(latent.to(ScalarType.Float32)).transpose(1, 2), dim: -1);
        var table = nn.functional.normalize(_codebook.weight!, dim: -1);
        return directions.matmul(table.t()).argmax(-1).MoveToOuterDisposeScope();
    }

    /// <summary>[batch, frames] → [batch, latent width, frames], the codewords at their own lengths</summary>
    public Tensor Lookup(Tensor codes)
    {
        using var words = _codebook.call(codes);
        using var columns = words.transpose(1, 2);
        return _outward.call(columns);
    }
}
