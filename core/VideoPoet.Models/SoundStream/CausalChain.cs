using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>Causal layers one after another, with ELU between any two.</summary>
internal sealed class CausalChain : nn.Module<Tensor, StreamMemory?, Tensor>
{
    [ComponentName(Name = "layers")] private readonly ModuleList<nn.Module<Tensor, StreamMemory?, Tensor>> _layers;

    public CausalChain(IEnumerable<nn.Module<Tensor, StreamMemory?, Tensor>> layers) : base(nameof(CausalChain))
    {
        _layers = new([.. layers]);
        RegisterComponents();
    }

    /// <summary>[batch, channels, positions] → [batch, channels, positions], of other sizes as the layers have it</summary>
    public override Tensor forward(Tensor input, StreamMemory? memory)
    {
        var current = _layers[0].call(input, memory);
        for (var i = 1; i < _layers.Count; i++)
        {
            using var before = current;
            using var active = before.elu_();
            current = _layers[i].call(active, memory);
        }
        return current;
    }
}
