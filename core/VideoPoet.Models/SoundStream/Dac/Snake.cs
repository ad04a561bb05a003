using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>The activation x + sin²(αx) / α with one α a channel (Ziyin et al., arXiv 2006.08195).</summary>
internal sealed class Snake : nn.Module<Tensor, Tensor>
{
    private const double Floor = 1e-9; // of the published implementation

    [ComponentName(Name = "alpha")] private readonly Parameter _alpha;

    public Snake(int channels, Device? device) : base(nameof(Snake))
    {
        _alpha = new(ones(1, channels, 1, device: device));
        RegisterComponents();
    }

    /// <summary>[batch, channels, positions] → the same shape</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var waves = (_alpha * input).sin().square();
        return (input + waves / (_alpha + Floor)).MoveToOuterDisposeScope();
    }
}
