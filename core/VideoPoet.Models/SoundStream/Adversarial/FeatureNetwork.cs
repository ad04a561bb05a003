using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>Layers one after another, all but the last followed by a leaky ReLU, whose outputs are kept.</summary>
internal sealed class FeatureNetwork : nn.Module<Tensor, DiscriminatorOutput>
{
    public const double Slope = 0.2;

    [ComponentName(Name = "layers")] private readonly ModuleList<nn.Module<Tensor, Tensor>> _layers;

    public FeatureNetwork(IEnumerable<nn.Module<Tensor, Tensor>> layers) : base(nameof(FeatureNetwork))
    {
        _layers = new([.. layers]);
        RegisterComponents();
    }

    public override DiscriminatorOutput forward(Tensor input)
    {
        var features = new List<Tensor>();
        var current = input;
        foreach (var layer in _layers.SkipLast(1))
        {
            using var output = layer.call(current);
            current = output.leaky_relu(Slope);
            features.Add(current);
        }
        return new(_layers[^1].call(current), features);
    }
}
