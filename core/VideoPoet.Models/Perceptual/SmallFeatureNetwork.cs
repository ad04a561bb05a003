using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>A feature network that is small enough to be shipped and to cost little beside the tokenizer that learns from it.</summary>
public sealed class SmallFeatureNetwork : nn.Module<Tensor, IReadOnlyList<Tensor>>, IFeatureNetwork
{
    // Of flat grey areas the features are nearly 0 and what is left of them is noise, which must not be stretched to length 1.
    private const double LengthFloor = 0.1;

    [ComponentName(Name = "levels")]
    private readonly ModuleList<FeatureLevel> _levels;

    [ComponentName(Name = "scales")]
    private readonly ParameterList _scales;

    /// <summary>Makes a network with random parameters.</summary>
    /// <param name="channels">The channels of each level; a level halves the height and width of the one before it.</param>
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
    public static ValueList<long> DefaultChannels { get; } = [32, 64, 96, 128];

    /// <summary>The channels of each level.</summary>
    public ValueList<long> Channels { get; }

    /// <inheritdoc/>
    public int SmallestSize => 1 << (Channels.Count - 1);

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
            if (maps.Count > 0)
                features = nn.functional.avg_pool2d(features, 2L);
            features = level.call(features);
            maps.Add(FeatureMaps.UnitLength(features, LengthFloor).mul(scale.view(1, -1, 1, 1)).MoveToOuterDisposeScope());
        }
        return maps;
    }
}
