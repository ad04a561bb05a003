using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using VideoPoet.Models.Common;
using VideoPoet.Models.Magvit2;
using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.FlowDepth;

/// <summary>
/// A small U-Net that estimates the optical flow and the inverse depth of a frame from itself, the frames before and after it, and how alike their
/// places are. It is trained on drawn clips and stands in for the large published estimators of both.
/// </summary>
/// <remarks>Where nothing comes after, in the last frame, the flow is how what came before goes on; a clip of one frame has none.</remarks>
public sealed class FlowDepthNetwork : nn.Module<Tensor, Tensor>, IFlowDepthEstimator
{
    /// <summary>The channels of the input: three frames in colour, and whether the last of them is missing.</summary>
    public const long Inputs = Frames * PixelFrames.Channels + 1;

    /// <summary>The channels of the output: the flow to the right, the flow down and the inverse depth.</summary>
    public const long Outputs = 3;

    // Half the height and width of the frames: what is lost in detail is not seen after tokenization.
    private const long FirstStride = 2;

    private const int DeepestUnits = 3;

    // What places are compared by.
    private const long Features = 16;

    private const int Frames = 3;

    // Numbers near 1 are learned soonest, and objects move by some pixels.
    private const double FlowUnit = 4;

    // So many pixels at once need some 50 MB.
    private const int PixelsAtOnce = 1 << 17;

    // More would be another kind of network, or a file that wants memory for nothing.
    private const long MostChannels = 4_096;

    [ComponentName(Name = "look")]
    private readonly Conv2d _look;

    [ComponentName(Name = "compare")]
    private readonly Conv2d _compare;

    [ComponentName(Name = "entry")]
    private readonly Conv2d _entry;

    [ComponentName(Name = "down")]
    private readonly ModuleList<Conv2d> _down = new();

    [ComponentName(Name = "deepest")]
    private readonly ModuleList<ResidualUnit> _deepest = new();

    [ComponentName(Name = "up")]
    private readonly ModuleList<Conv2d> _up = new();

    [ComponentName(Name = "units")]
    private readonly ModuleList<ResidualUnit> _units = new();

    [ComponentName(Name = "exit")]
    private readonly Conv2d _exit;

    private readonly Lazy<string> _fingerprint;

    /// <summary>Makes a network with random parameters.</summary>
    /// <param name="channels">The channels of each level, the finest first; a level has half the height and width of the one before it.</param>
    /// <param name="device">Where the parameters are made; the default device when null.</param>
    public FlowDepthNetwork(ValueList<long> channels, Device? device = null) : base(nameof(FlowDepthNetwork))
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels.Count, 1);
        const long Pixels = FirstStride * FirstStride;
        Stride = 1 << channels.Count;
        _look = nn.Conv2d(PixelFrames.Channels * Pixels, Features, 3L, padding: 1L, device: device);
        _compare = nn.Conv2d(Features, Features, 3L, padding: 1L, device: device);
        _entry = nn.Conv2d(Inputs * Pixels + 2 * LocalCorrelation.Places, channels[0], 3L, padding: 1L, device: device);
        for (var level = 1; level < channels.Count; level++)
        {
            _down.Add(nn.Conv2d(channels[level - 1], channels[level], 3L, stride: 2L, padding: 1L, device: device));
            _up.Add(nn.Conv2d(channels[level], channels[level - 1] * 4, 1L, device: device));
            _units.Add(new(channels[level - 1], device));
        }
        for (var unit = 0; unit < DeepestUnits; unit++)
            _deepest.Add(new(channels[^1], device));
        _exit = nn.Conv2d(channels[0], Outputs * Pixels, 3L, padding: 1L, device: device);
        RegisterComponents();
        _fingerprint = new(() => WeightHash.Of(nameof(FlowDepthNetwork), this));
    }

    /// <inheritdoc/>
    public int Stride { get; }

    /// <inheritdoc/>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Loads a trained network, frozen; its channels are those of the file.</summary>
    /// <param name="path">The file that training wrote.</param>
    /// <param name="device">Where the parameters will live; the default device when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken or not of this network.</exception>
    public static FlowDepthNetwork Load(string path, Device? device = null)
    {
        using var file = WeightFile.Open(path);
        return new FlowDepthNetwork(ChannelsOf(file), device).FrozenWith(network => KeyMap.SameNames.Load(file, network));
    }

    /// <inheritdoc/>
    public FlowDepthMaps Estimate(PixelFrames frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Width % Stride != 0 || frames.Height % Stride != 0)
        {
            throw new ArgumentException(
                $"flow and depth are estimated of frames whose width and height are multiples of {Stride}, found {frames.Width}×{frames.Height}.",
                nameof(frames));
        }
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var moments = FlowDepthInput.OfClip(PixelTensors.ToTensor(frames, _entry.weight!.device).squeeze(0).permute(1, 0, 2, 3));
        var atOnce = Math.Max(1, PixelsAtOnce / (frames.Width * frames.Height));
        var maps = cat([.. moments.split(atOnce).Select(call)]).cpu();
        var flow = frames.Count == 1 ? zeros(1, frames.Height, frames.Width, 2) : maps.narrow(1, 0, 2).permute(0, 2, 3, 1).contiguous();
        return new(flow.data<float>().ToArray(), maps.select(1, 2).contiguous().data<float>().ToArray());
    }

    /// <summary>Estimates flow and inverse depth.</summary>
    /// <param name="input">What <see cref="FlowDepthInput"/> makes, [batch, 10, height, width].</param>
    /// <returns>The flow in pixels to the right and down, and the inverse depth, [batch, 3, height, width].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var alike = Compare(input.narrow(1, 0, Frames * PixelFrames.Channels));
        var features = _entry.call(cat([nn.functional.pixel_unshuffle(input, FirstStride), .. alike], 1));
        var levels = new Stack<Tensor>();
        foreach (var down in _down)
        {
            levels.Push(features);
            features = down.call(nn.functional.relu(features));
        }
        foreach (var unit in _deepest)
            features = unit.call(features);
        foreach (var (up, unit) in _up.Zip(_units).Reverse())
            features = unit.call(nn.functional.pixel_shuffle(up.call(nn.functional.relu(features)), 2).add(levels.Pop()));
        var parts = nn.functional.pixel_shuffle(_exit.call(nn.functional.relu(features)), FirstStride).to_type(ScalarType.Float32).split([2, 1], 1);
        return cat([parts[0].mul(FlowUnit), parts[1]], 1).MoveToOuterDisposeScope();
    }

    private IEnumerable<Tensor> Compare(Tensor frames)
    {
        var together = nn.functional.pixel_unshuffle(cat(frames.chunk(Frames, 1)), FirstStride);
        var features = _compare.call(nn.functional.relu(_look.call(together))).to_type(frames.dtype).chunk(Frames);
        return [LocalCorrelation.Of(features[1], features[0]), LocalCorrelation.Of(features[1], features[2])];
    }

    private static ValueList<long> ChannelsOf(IWeightFile file)
    {
        var channels = new List<long>();
        while (file.Tensors.TryGetValue(channels.Count == 0 ? "entry.bias" : $"down.{channels.Count - 1}.bias", out var bias)
            && bias.Shape is [> 0 and <= MostChannels])
        {
            channels.Add(bias.Shape[0]);
        }
        return channels.Count > 0
            ? channels.ToValueList()
            : throw new WeightFileException(
                file.Path, "it holds no network for flow and depth, whose tensors are 'entry.weight', 'down.0.weight' and so on.");
    }
}
