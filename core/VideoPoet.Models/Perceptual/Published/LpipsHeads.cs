using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>How much each channel counts in LPIPS, learnt there from people's judgements.</summary>
internal sealed class LpipsHeads : nn.Module
{
    [ComponentName(Name = "weights")]
    private readonly ParameterList _weights;

    /// <summary>Makes heads for which every channel counts alike, until others are loaded.</summary>
    public LpipsHeads(IEnumerable<long> channels, Device? device) : base(nameof(LpipsHeads))
    {
        _weights = new([.. channels.Select(count => new Parameter(ones(count, device: device)))]);
        RegisterComponents();
    }

    /// <summary>The weights of a stage's channels, [channels].</summary>
    public Tensor this[int stage] => _weights[stage];
}
