using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What padding modules share.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <summary>A module that adds elements at the edges.</summary>
    /// <param name="name">What the module calls itself.</param>
    /// <param name="mode">What the new elements are.</param>
    /// <param name="value">The constant.</param>
    /// <param name="padding">Sizes before and after, in pairs, the last dimension first.</param>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name) =>
        (_mode, this.value, this.padding) = (mode, value, padding);

    /// <summary>Sizes before and after, in pairs, the last dimension first.</summary>
    public long[] padding { get; set; }

    /// <summary>The constant.</summary>
    public double value { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
