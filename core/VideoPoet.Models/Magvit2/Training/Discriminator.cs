using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Magvit2;

/// <summary>
/// Tells real clips from decoded ones: the 3-D StyleGAN discriminator of MAGVIT with MAGVIT-v2's blur before each halving. It has no
/// normalisation and looks both ways in time.
/// </summary>
public sealed class Discriminator : nn.Module<Tensor, Tensor>
{
    private const double NegativeSlope = 0.2;

    private static readonly int[] s_multipliers = [2, 4, 4, 4, 4];

    [ComponentName(Name = "conv_in")]
    private readonly Conv3d _input;

    [ComponentName(Name = "blocks")]
    private readonly ModuleList<DiscriminatorBlock> _blocks;

    [ComponentName(Name = "conv_out")]
    private readonly Conv3d _output;

    [ComponentName(Name = "dense1")]
    private readonly Linear _dense1;

    [ComponentName(Name = "dense2")]
    private readonly Linear _dense2;

    private readonly long[] _clip;

    /// <summary>Makes a discriminator with random parameters: Xavier-uniform weights, zero biases.</summary>
    /// <param name="channels">The channels before the first halving; 128 in the paper.</param>
    /// <param name="format">The clips that it looks at.</param>
    /// <param name="device">Where the parameters are made; the default device when null.</param>
    public Discriminator(int channels, VideoFormat format, Device? device = null) : base(nameof(Discriminator))
    {
        _clip = [PixelFrames.Channels, format.Frames, format.Height, format.Width];
        _input = nn.Conv3d(PixelFrames.Channels, channels, 3L, padding: 1L, device: device);
        _blocks = new();
        long width = channels;
        foreach (var multiplier in s_multipliers)
        {
            _blocks.Add(new(width, (long)multiplier * channels, device));
            width = (long)multiplier * channels;
        }
        _output = nn.Conv3d(width, width, 3L, padding: 1L, device: device);
        _dense1 = nn.Linear(width * Halved(format.Frames) * Halved(format.Height) * Halved(format.Width), width, device: device);
        _dense2 = nn.Linear(width, 1, device: device);
        RegisterComponents();
        foreach (var parameter in parameters())
            _ = parameter.dim() > 1 ? nn.init.xavier_uniform_(parameter) : nn.init.zeros_(parameter);
    }

    /// <summary>One logit a clip, positive for real.</summary>
    /// <param name="input">[batch, 3, frames, height, width] from −1 to 1, of the discriminator's format.</param>
    /// <returns>[batch]</returns>
    /// <exception cref="ArgumentException">The clips have another format.</exception>
    public override Tensor forward(Tensor input)
    {
        if (input.dim() != 5 || !input.shape.AsSpan(1).SequenceEqual(_clip))
        {
            throw new ArgumentException(
                $"clips must be [batch, {string.Join(", ", _clip)}], found [{string.Join(", ", input.shape)}].", nameof(input));
        }
        using var scope = NewDisposeScope();
        var hidden = Activate(_input.call(input));
        foreach (var block in _blocks)
            hidden = block.call(hidden);
        hidden = Activate(_output.call(hidden)).flatten(1);
        return _dense2.call(Activate(_dense1.call(hidden))).squeeze(1).MoveToOuterDisposeScope();
    }

    internal static Tensor Activate(Tensor input) => nn.functional.leaky_relu(input, NegativeSlope);

    private static long Halved(long size)
    {
        foreach (var _ in s_multipliers)
            size = (size + 1) / 2;
        return size;
    }
}
