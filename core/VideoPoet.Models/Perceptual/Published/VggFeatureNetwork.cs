using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>LPIPS over VGG-16, version 0.1 (arXiv 1801.03924), with the weights that its authors and torchvision publish.</summary>
public sealed class VggFeatureNetwork : nn.Module<Tensor, IReadOnlyList<Tensor>>, IFeatureNetwork
{
    // The published code adds 1e-10 to the length, here to its square: the gradient stays finite where all features are 0.
    private const double LengthFloor = 1e-5;

    [ComponentName(Name = "trunk")]
    private readonly VggTrunk _trunk;

    [ComponentName(Name = "heads")]
    private readonly LpipsHeads _heads;

    private readonly ChannelScaling _pixels;

    private VggFeatureNetwork(Device? device) : base(nameof(VggFeatureNetwork))
    {
        _trunk = new(device);
        _heads = new(VggTrunk.Channels, device);
        RegisterComponents();
        // LPIPS's "scaling layer": ImageNet's means and deviations for pixels from −1 to 1.
        _pixels = new([-.030f, -.088f, -.188f], [.458f, .448f, .450f]);
    }

    /// <inheritdoc/>
    public int SmallestSize => 1 << (VggTrunk.Channels.Count - 1);

    /// <summary>Loads a network, frozen.</summary>
    /// <param name="trunk">torchvision's VGG-16, with names such as <c>features.0.weight</c>; its classifier is not used.</param>
    /// <param name="heads">
    /// The heads that LPIPS publishes for it, with names such as <c>lin0.model.1.weight</c>; every channel counts alike if null.
    /// </param>
    /// <param name="device">Where the parameters will live; the default device when null.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="FormatException">A file is broken or not of this network.</exception>
    public static VggFeatureNetwork Load(string trunk, string? heads = null, Device? device = null)
    {
        using var file = WeightFile.Open(trunk);
        return new VggFeatureNetwork(device).FrozenWith(network =>
        {
            PublishedFeatureWeights.Vgg16.Load(file, network._trunk);
            if (heads is not null)
                network.LoadHeads(heads);
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Extract(Tensor frames) => call(frames);

    /// <summary>Computes the maps, see <see cref="Extract"/>.</summary>
    /// <param name="input">[batch, 3, height, width], RGB from −1 to 1.</param>
    public override IReadOnlyList<Tensor> forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return [.. _trunk.call(_pixels.Apply(input)).Select((map, stage) =>
            FeatureMaps.UnitLength(map, LengthFloor).mul(_heads[stage].sqrt().view(1, -1, 1, 1)).MoveToOuterDisposeScope())];
    }

    private void LoadHeads(string path)
    {
        using var scope = NewDisposeScope();
        using var file = WeightFile.Open(path);
        PublishedFeatureWeights.LpipsHeads.Load(file, _heads);
        if (_heads.named_parameters().FirstOrDefault(head => head.parameter.lt(0).any().ToBoolean()) is { name: { } name })
            throw new WeightFileException(path, $"a channel of '{name}' has a weight below 0, which no distance can have.");
    }
}
