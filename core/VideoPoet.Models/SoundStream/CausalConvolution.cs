using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>A convolution that looks back only: all padding is in front (SoundStream, arXiv 2107.03312, §III-A).</summary>
internal sealed class CausalConvolution : nn.Module<Tensor, StreamMemory?, Tensor>
{
    [ComponentName(Name = "conv")] private readonly Conv1d _conv;
    private readonly int _past;

    public CausalConvolution(int input, int output, int kernel, int stride = 1, int dilation = 1, Device? device = null)
        : base(nameof(CausalConvolution))
    {
        _conv = nn.Conv1d(input, output, kernel, stride: stride, dilation: dilation, device: device);
        FirstWeights.KeepLoudness(_conv.weight, _conv.bias!, inputs: input * kernel);
        _past = dilation * (kernel - 1) + 1 - stride;
        RegisterComponents();
    }

    /// <summary>[output, input, kernel]</summary>
    public Parameter Weight => _conv.weight;

    /// <summary>[batch, input, positions] → [batch, output, positions / stride]; the positions are a multiple of the stride.</summary>
    public override Tensor forward(Tensor input, StreamMemory? memory)
    {
        using var extended = StreamMemory.Extend(memory, this, input, _past);
        return _conv.call(extended);
    }
}
