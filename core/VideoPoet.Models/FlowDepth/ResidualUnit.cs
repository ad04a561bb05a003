using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.FlowDepth;

/// <summary>Two convolutions whose sum with what came in goes out.</summary>
internal sealed class ResidualUnit : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "first")]
    private readonly Conv2d _first;

    [ComponentName(Name = "second")]
    private readonly Conv2d _second;

    public ResidualUnit(long channels, Device? device) : base(nameof(ResidualUnit))
    {
        _first = nn.Conv2d(channels, channels, 3L, padding: 1L, device: device);
        _second = nn.Conv2d(channels, channels, 3L, padding: 1L, device: device);
        RegisterComponents();
    }

    /// <summary>[batch, channels, height, width] → the same</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var change = _second.call(nn.functional.relu(_first.call(nn.functional.relu(input))));
        return input.add(change).MoveToOuterDisposeScope();
    }
}
