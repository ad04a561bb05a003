using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>[batch, latent width, frames] → [batch, 1, samples]</summary>
internal sealed class DacDecoder : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "model")] private readonly Sequential _model;

    public DacDecoder(DacSizes sizes, Device? device) : base(nameof(DacDecoder))
    {
        var channels = sizes.DecoderChannels;
        List<nn.Module<Tensor, Tensor>> layers = [nn.Conv1d(sizes.LatentWidth, channels, 7, padding: 3, device: device)];
        foreach (var stride in sizes.Strides.Reverse())
        {
            layers.Add(DacBlock.Up(channels, stride, device));
            channels /= 2;
        }
        layers.AddRange([new Snake(channels, device), nn.Conv1d(channels, 1, 7, padding: 3, device: device), nn.Tanh()]);
        _model = nn.Sequential(layers);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _model.call(input);
}
