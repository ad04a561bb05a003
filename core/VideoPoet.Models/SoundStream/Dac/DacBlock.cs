using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Dac;

/// <summary>One level of the encoder or the decoder: three residual units and a change of rate.</summary>
internal sealed class DacBlock : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "block")] private readonly Sequential _block;

    private DacBlock(Sequential block) : base(nameof(DacBlock))
    {
        _block = block;
        RegisterComponents();
    }

    /// <summary>[batch, channels, positions] → [batch, 2 · channels, positions / stride]</summary>
    public static DacBlock Down(int channels, int stride, Device? device) => new(nn.Sequential(
        new DacResidualUnit(channels, dilation: 1, device),
        new DacResidualUnit(channels, dilation: 3, device),
        new DacResidualUnit(channels, dilation: 9, device),
        new Snake(channels, device),
        nn.Conv1d(channels, 2 * channels, 2 * stride, stride, Padding(stride), device: device)));

    /// <summary>[batch, channels, positions] → [batch, channels / 2, positions · stride], one less where the stride is odd</summary>
    public static DacBlock Up(int channels, int stride, Device? device) => new(nn.Sequential(
        new Snake(channels, device),
        nn.ConvTranspose1d(channels, channels / 2, 2 * stride, stride, Padding(stride), device: device),
        new DacResidualUnit(channels / 2, dilation: 1, device),
        new DacResidualUnit(channels / 2, dilation: 3, device),
        new DacResidualUnit(channels / 2, dilation: 9, device)));

    public override Tensor forward(Tensor input) => _block.call(input);

    private static int Padding(int stride) => (stride + 1) / 2;
}
