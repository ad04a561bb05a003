using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>A feature network that is small enough to be shipped and to cost little beside the tokenizer that learns from it.</summary>
public sealed class SmallFeatureNetwork : nn.Module<Tensor, IReadOnlyList<Tensor>>, IFeatureNetwork
{
    internal const string FirstTensor = "levels.0.convolution.weight";

    // Of flat grey areas the features are nearly 0 and what is left of them is noise, which must not be stretched to length 1.
    private const double LengthFloor = 0.1;

    // More would be another kind of network, or a file that wants memory for nothing.
    private const long MostChannels = 4_096;

    [ComponentName(Name = "levels")]
    private readonly ModuleList<FeatureLevel> _levels;

    [ComponentName(Name = "scales")]
    private readonly ParameterList _scales;

    /// <summary>Makes a network with random parameters.</summary>
    /// <param name="channels">
    /// The channels of each level; a level has half the height and width of the one before it, the first half those of the frames.
    /// </param>
    /// <param name="device">Where the parameters are made; the default device when null.</param>
    public SmallFeatureNetwork(ValueList<long>? channels = null, Device? device = null) : base(nameof(SmallFeatureNetwork))
    {
        Channels = channels ?? DefaultChannels;
        _levels = new();
        _scales = new();
        var inputs = (long)PixelFrames.Channels;
        foreach (var outputs in Channels)
        {
            _levels.Add(new(inputs, outputs, device));
            // Every level counts alike until training says otherwise: two unrelated vectors of unit length are √2 apart.
            _scales.Add(new Parameter(full(outputs, Math.Sqrt(1.0 / Channels.Count), device: device)));
            inputs = outputs;
        }
        RegisterComponents();
    }

    /// <summary>The channels of the shipped network.</summary>
    public static ValueList<long> DefaultChannels { get; } = [16, 32, 64, 96, 128];

    /// <summary>The channels of each level.</summary>
    public ValueList<long> Channels { get; }

    /// <inheritdoc/>
    public int SmallestSize => 1 << Channels.Count;

    /// <summary>Loads a trained network, frozen; its channels are those of the file.</summary>
    /// <param name="path">The file that training wrote.</param>
    /// <param name="device">Where the parameters will live; the default device when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken or not of this network.</exception>
    public static SmallFeatureNetwork Load(string path, Device? device = null)
    {
        using var file = WeightFile.Open(path);
        return new SmallFeatureNetwork(ChannelsOf(file), device).FrozenWith(network => KeyMap.SameNames.Load(file, network));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Extract(Tensor frames) => call(frames);

    /// <summary>Computes the maps, see <see cref="Extract"/>.</summary>
    /// <param name="input">[batch, 3, height, width], RGB from −1 to 1.</param>
    public override IReadOnlyList<Tensor> forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var maps = new List<Tensor>();
        var features = input;
        foreach (var (level, scale) in _levels.Zip(_scales))
        {
            features = level.call(features);
            maps.Add(FeatureMaps.UnitLength(features, LengthFloor).mul(scale.view(1, -1, 1, 1)).MoveToOuterDisposeScope());
        }
        return maps;
    }

    private static ValueList<long> ChannelsOf(IWeightFile file)
    {
        var channels = new List<long>();
        while (file.Tensors.TryGetValue($"scales.{channels.Count}", out var scale) && scale.Shape is [> 0 and <= MostChannels])
            channels.Add(scale.Shape[0]);
        return channels.Count > 0
            ? channels.ToValueList()
            : throw new WeightFileException(
                file.Path, "it holds no small feature network, whose tensors are 'scales.0', 'levels.0.convolution.weight' and so on.");
    }
}
