using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>A dilated convolution of 7, ELU and a convolution of 1, added to the input.</summary>
internal sealed class ResidualUnit : nn.Module<Tensor, StreamMemory?, Tensor>
{
    private const int Kernel = 7;

    // What a unit adds is soft at first, so that many of them do not grow the sum.
    private const double ResidualLoudness = 0.3;

    [ComponentName(Name = "dilated")] private readonly CausalConvolution _dilated;
    [ComponentName(Name = "pointwise")] private readonly Conv1d _pointwise;

    public ResidualUnit(int channels, int dilation, Device? device) : base(nameof(ResidualUnit))
    {
        _dilated = new(channels, channels, Kernel, dilation: dilation, device: device);
        _pointwise = nn.Conv1d(channels, channels, 1L, device: device);
        FirstWeights.KeepLoudness(_pointwise.weight, _pointwise.bias!, inputs: channels, ResidualLoudness);
        RegisterComponents();
    }

    /// <summary>[batch, channels, positions] → the same shape</summary>
    public override Tensor forward(Tensor input, StreamMemory? memory)
    {
        using var dilated = _dilated.call(input, memory);
        using var active = dilated.elu_();
        using var mixed = _pointwise.call(active);
        return input + mixed;
    }
}
