using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>
/// The logits of ResNet-50 (arXiv 1512.03385), whose mean squared difference is the perceptual loss of MAGVIT, with the weights that torchvision
/// publishes. Its one map is a single place with 1,000 channels.
/// </summary>
public sealed class ResNetFeatureNetwork : nn.Module<Tensor, IReadOnlyList<Tensor>>, IFeatureNetwork
{
    private const long Classes = 1000;

    private static readonly (long Width, int Blocks)[] s_layers = [(64, 3), (128, 4), (256, 6), (512, 3)];

    [ComponentName(Name = "conv1")]
    private readonly Conv2d _stem;

    [ComponentName(Name = "bn1")]
    private readonly FrozenNormalisation _stemNormalisation;

    [ComponentName(Name = "layer1")]
    private readonly Sequential _layer1;

    [ComponentName(Name = "layer2")]
    private readonly Sequential _layer2;

    [ComponentName(Name = "layer3")]
    private readonly Sequential _layer3;

    [ComponentName(Name = "layer4")]
    private readonly Sequential _layer4;

    [ComponentName(Name = "fc")]
    private readonly Linear _logits;

    private readonly ChannelScaling _pixels;
    private readonly int _size;

    private ResNetFeatureNetwork(int size, Device? device) : base(nameof(ResNetFeatureNetwork))
    {
        _size = size;
        _stem = nn.Conv2d(PixelFrames.Channels, s_layers[0].Width, 7L, stride: 2L, padding: 3L, bias: false, device: device);
        _stemNormalisation = new(s_layers[0].Width, device);
        _layer1 = Layer(0, device);
        _layer2 = Layer(1, device);
        _layer3 = Layer(2, device);
        _layer4 = Layer(3, device);
        _logits = nn.Linear(s_layers[^1].Width * Bottleneck.Expansion, Classes, device: device);
        RegisterComponents();
        // ImageNet's means and deviations are for pixels from 0 to 1: twice that, less 1.
        _pixels = new([2 * .485f - 1, 2 * .456f - 1, 2 * .406f - 1], [2 * .229f, 2 * .224f, 2 * .225f]);
    }

    /// <inheritdoc/>
    public int SmallestSize => 1;

    /// <summary>Loads a network, frozen.</summary>
    /// <param name="path">torchvision's ResNet-50, with names such as <c>layer1.0.conv1.weight</c> and <c>fc.weight</c>.</param>
    /// <param name="size">The height and width that frames are resized to before they are looked at; MAGVIT has 224.</param>
    /// <param name="device">Where the parameters will live; the default device when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken or not of this network.</exception>
    public static ResNetFeatureNetwork Load(string path, int size = 224, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        using var file = WeightFile.Open(path);
        return new ResNetFeatureNetwork(size, device).FrozenWith(network => PublishedFeatureWeights.ResNet50.Load(file, network));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Extract(Tensor frames) => call(frames);

    /// <summary>Computes the map, see <see cref="Extract"/>.</summary>
    /// <param name="input">[batch, 3, height, width], RGB from −1 to 1.</param>
    public override IReadOnlyList<Tensor> forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = nn.functional.relu(_stemNormalisation.call(_stem.call(_pixels.Apply(Resized(input)))));
        features = nn.functional.max_pool2d(features, 3L, stride: 2L, padding: 1L);
        foreach (var layer in new[] { _layer1, _layer2, _layer3, _layer4 })
            features = layer.call(features);
        // The division makes the sum over channels a mean.
        var logits = _logits.call(features.mean([2, 3])).to_type(ScalarType.Float32);
        return [logits.div(Math.Sqrt(Classes)).view(-1, Classes, 1, 1).MoveToOuterDisposeScope()];
    }

    private static Sequential Layer(int place, Device? device)
    {
        var (width, blocks) = s_layers[place];
        var inputs = place == 0 ? width : s_layers[place - 1].Width * Bottleneck.Expansion;
        return nn.Sequential(Enumerable.Range(0, blocks).Select(block => block == 0
            ? new Bottleneck(inputs, width, stride: place == 0 ? 1 : 2, device)
            : new Bottleneck(width * Bottleneck.Expansion, width, stride: 1, device)));
    }

    private Tensor Resized(Tensor frames) => frames.shape[2] == _size && frames.shape[3] == _size
        ? frames.alias()
        : nn.functional.interpolate(frames, [_size, _size], mode: InterpolationMode.Bilinear, align_corners: false, antialias: true);
}
