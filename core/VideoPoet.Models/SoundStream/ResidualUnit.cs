using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>A dilated convolution of 7, ELU and a convolution of 1, added to the input.</summary>
internal sealed class ResidualUnit : nn.Module<Tensor, StreamMemory?, Tensor>
{
    private const int Kernel = 7;

    [ComponentName(Name = "dilated")] private readonly CausalConvolution _dilated;
    [ComponentName(Name = "pointwise")] private readonly Conv1d _pointwise;

    public ResidualUnit(int channels, int dilation, Device? device) : base(nameof(ResidualUnit))
    {
        _dilated = new(channels, channels, Kernel, dilation: dilation, device: device);
        _pointwise = nn.Conv1d(channels, channels, 1L, device: device);
        // At first a unit adds nothing to what it is given.
        nn.init.zeros_(_pointwise.weight);
        nn.init.zeros_(_pointwise.bias!);
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
