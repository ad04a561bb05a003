using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>Snake, a dilated convolution of 7, Snake and a convolution of 1, added to the input.</summary>
internal sealed class DacResidualUnit : nn.Module<Tensor, Tensor>
{
    private const int Kernel = 7;

    [ComponentName(Name = "block")] private readonly Sequential _block;

    public DacResidualUnit(int channels, int dilation, Device? device) : base(nameof(DacResidualUnit))
    {
        _block = nn.Sequential(
            new Snake(channels, device),
            nn.Conv1d(channels, channels, Kernel, padding: dilation * (Kernel / 2), dilation: dilation, device: device),
            new Snake(channels, device),
            nn.Conv1d(channels, channels, 1L, device: device));
        RegisterComponents();
    }

    /// <summary>[batch, channels, positions] → the same shape</summary>
    public override Tensor forward(Tensor input)
    {
        using var change = _block.call(input);
        return input + change;
    }
}
