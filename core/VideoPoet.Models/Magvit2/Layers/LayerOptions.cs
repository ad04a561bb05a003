using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>What all layers of one network share.</summary>
/// <param name="Rules">How time is treated.</param>
/// <param name="Padding">What convolutions see around a frame.</param>
/// <param name="Device">Where the parameters are made; the default device when null.</param>
internal sealed record LayerOptions(TemporalRules Rules, FramePadding Padding, Device? Device)
{
    /// <summary>Whether statistics are those of single frames.</summary>
    public bool PerFrame => Rules == TemporalRules.Causal;
}
