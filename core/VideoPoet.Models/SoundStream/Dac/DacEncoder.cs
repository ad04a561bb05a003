using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>[batch, 1, samples] → [batch, latent width, frames]</summary>
internal sealed class DacEncoder : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "block")] private readonly Sequential _block;

    public DacEncoder(DacSizes sizes, Device? device) : base(nameof(DacEncoder))
    {
        var channels = sizes.EncoderChannels;
        List<nn.Module<Tensor, Tensor>> layers = [nn.Conv1d(1, channels, 7, padding: 3, device: device)];
        foreach (var stride in sizes.Strides)
        {
            layers.Add(DacBlock.Down(channels, stride, device));
            channels *= 2;
        }
        layers.Add(new Snake(channels, device));
        layers.Add(nn.Conv1d(channels, channels, 3, padding: 1, device: device));
        _block = nn.Sequential(layers);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _block.call(input);
}
