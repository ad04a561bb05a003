using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>A transposed convolution of twice its stride: each output position depends on one input position and the one before it.</summary>
internal sealed class CausalUpsampling : nn.Module<Tensor, StreamMemory?, Tensor>
{
    [ComponentName(Name = "conv")] private readonly ConvTranspose1d _conv;
    private readonly int _stride;

    public CausalUpsampling(int input, int output, int stride, Device? device) : base(nameof(CausalUpsampling))
    {
        _conv = nn.ConvTranspose1d(input, output, 2 * stride, stride: stride, device: device);
        // Each output position is made of two input positions.
        FirstWeights.KeepLoudness(_conv.weight, _conv.bias!, inputs: 2 * input);
        _stride = stride;
        RegisterComponents();
    }

    /// <summary>[input, output, 2 · stride]</summary>
    public Parameter Weight => _conv.weight;

    /// <summary>[batch, input, positions] → [batch, output, positions · stride]</summary>
    public override Tensor forward(Tensor input, StreamMemory? memory)
    {
        using var extended = StreamMemory.Extend(memory, this, input, length: 1);
        using var output = _conv.call(extended);
        // The first stride belongs to the past alone, the last still lacks its future.
        return output.narrow(-1, _stride, input.size(-1) * _stride);
    }
}
