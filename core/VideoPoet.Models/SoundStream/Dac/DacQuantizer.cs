using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>Levels of codes, each of what the levels before it left over.</summary>
internal sealed class DacQuantizer : nn.Module
{
    [ComponentName(Name = "quantizers")] private readonly ModuleList<DacCodebook> _levels;

    public DacQuantizer(DacSizes sizes, Device? device) : base(nameof(DacQuantizer))
    {
        _levels = new([.. Enumerable.Range(0, sizes.TrainedLevels).Select(_ => new DacCodebook(sizes, device))]);
        RegisterComponents();
    }

    /// <summary>[batch, latent width, frames] → [batch, levels, frames]</summary>
    public Tensor Encode(Tensor latent, int levels)
    {
        using var scope = NewDisposeScope();
        var residual = latent;
        var codes = new List<Tensor>();
        foreach (var level in _levels.Take(levels))
        {
            codes.Add(level.Nearest(residual));
            residual = residual - level.Lookup(codes[^1]);
        }
        return stack(codes, 1).MoveToOuterDisposeScope();
    }

    /// <summary>[batch, levels, frames] → [batch, latent width, frames]</summary>
    public Tensor Decode(Tensor codes)
    {
        using var scope = NewDisposeScope();
        var latent = _levels[0].Lookup(codes.select(1, 0));
        for (var level = 1; level < codes.size(1); level++)
            latent.add_(_levels[level].Lookup(codes.select(1, level)));
        return latent.MoveToOuterDisposeScope();
    }
}
