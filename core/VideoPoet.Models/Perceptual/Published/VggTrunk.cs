using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>The convolutions of VGG-16 (arXiv 1409.1556, configuration D).</summary>
internal sealed class VggTrunk : nn.Module<Tensor, IReadOnlyList<Tensor>>
{
    /// <summary>The channels of each stage; height and width are halved between them.</summary>
    public static readonly ValueList<long> Channels = [64, 128, 256, 512, 512];

    private static readonly int[] s_convolutions = [2, 2, 3, 3, 3];

    [ComponentName(Name = "convolutions")]
    private readonly ModuleList<Conv2d> _convolutions;

    public VggTrunk(Device? device) : base(nameof(VggTrunk))
    {
        _convolutions = new();
        var inputs = (long)PixelFrames.Channels;
        foreach (var (outputs, count) in Channels.Zip(s_convolutions))
            for (var i = 0; i < count; i++)
            {
                _convolutions.Add(nn.Conv2d(inputs, outputs, 3L, padding: 1L, device: device));
                inputs = outputs;
            }
        RegisterComponents();
    }

    /// <summary>
    /// The place of each convolution in the published list of layers, where an activation follows each and a pooling each stage: 0, 2, 5, 7, 10, …
    /// </summary>
    public static IEnumerable<int> PublishedPlaces()
    {
        var place = 0;
        foreach (var count in s_convolutions)
        {
            for (var i = 0; i < count; i++, place += 2)
                yield return place;
            place++;
        }
    }

    /// <summary>[batch, 3, height, width] → what the last activation of each stage puts out.</summary>
    public override IReadOnlyList<Tensor> forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var maps = new List<Tensor>();
        var (features, next) = (input, 0);
        foreach (var count in s_convolutions)
        {
            if (maps.Count > 0)
                features = nn.functional.max_pool2d(features, 2L);
            for (var i = 0; i < count; i++)
                features = nn.functional.relu(_convolutions[next++].call(features));
            maps.Add(features.MoveToOuterDisposeScope());
        }
        return maps;
    }
}
