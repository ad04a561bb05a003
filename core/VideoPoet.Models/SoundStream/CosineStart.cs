using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>
/// First weights by which the layers between the residual units compute a cosine transform and its inverse, as far as there are channels for it: the
/// network begins with what is low in a sound, with the right phases, and learns the rest, instead of having to find waves first.
/// </summary>
/// <remarks>
/// SoundStream does not say how it begins. Where one position of a layer stands for L samples, its first channels begin as the lowest coefficients of
/// these samples' orthonormal DCT-II. Within the network they are softer than outside, for ELU changes less of what is nearer to 0.
/// </remarks>
internal sealed class CosineStart
{
    // Loud speech has coefficients up to about 3. Were they softer, the first steps of biases would drown them.
    private const double Gain = 0.5;

    private long _samples;  // that one position stands for
    private long _channels; // the first ones, which hold coefficients

    private CosineStart(long samples, long channels) => (_samples, _channels) = (samples, Math.Min(samples, channels));

    /// <summary>Before the first layer of an encoder.</summary>
    public static CosineStart OfSamples() => new(samples: 1, channels: 1);

    /// <summary>Before the first layer of a decoder.</summary>
    /// <param name="samples">The samples of a frame.</param>
    /// <param name="channels">The channels of a latent.</param>
    public static CosineStart OfFrames(long samples, long channels) => new(samples, channels);

    /// <summary>Gives its part to the first convolution of an encoder or decoder, which makes the sound soft.</summary>
    /// <param name="layer">The layer.</param>
    public void Enter(CausalConvolution layer) => Convolve(layer.Weight, stride: 1, Gain);

    /// <summary>Gives its part to the last convolution, which makes it as loud as it was.</summary>
    /// <param name="layer">The layer.</param>
    public void Leave(CausalConvolution layer) => Convolve(layer.Weight, stride: 1, 1 / Gain);

    /// <summary>Gives its part to a convolution that makes positions fewer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="stride">Its stride.</param>
    public void Downsample(CausalConvolution layer, int stride) => Convolve(layer.Weight, stride, gain: 1);

    /// <summary>Gives its part to a transposed convolution.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="stride">Its stride.</param>
    public void Upsample(CausalUpsampling layer, int stride)
    {
        var part = new CosineStart(_samples / stride, layer.Weight.size(1));
        // Of [inputs, outputs, kernel], the first taps are those of the present input.
        Set(layer.Weight, outputs: 1, firstTap: 0, Coupling(this, part, stride, gain: 1, layer.Weight.device));
        (_samples, _channels) = (part._samples, part._channels);
    }

    private void Convolve(Parameter weight, int stride, double gain)
    {
        var whole = new CosineStart(_samples * stride, weight.size(0));
        // Of [outputs, inputs, kernel], the last taps are the present ones.
        Set(weight, outputs: 0, firstTap: weight.size(2) - stride, Coupling(whole, this, stride, gain, weight.device));
        (_samples, _channels) = (whole._samples, whole._channels);
    }

    private static void Set(Parameter weight, int outputs, long firstTap, Tensor coupling)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        // Nothing else reaches the coefficients at first.
        weight.narrow(outputs, 0, coupling.size(outputs)).zero_();
        weight.narrow(0, 0, coupling.size(0)).narrow(1, 0, coupling.size(1)).narrow(2, firstTap, coupling.size(2)).copy_(coupling);
        coupling.Dispose();
    }

    // [channels of the whole, channels of a part, parts]: the coefficients of the whole by those of its parts, or the other way round.
    private static Tensor Coupling(CosineStart whole, CosineStart part, int parts, double gain, Device device)
    {
        using var scope = NewDisposeScope();
        var parted = whole.Transform(device).reshape([whole._channels, parts, part._samples]);
        return parted.matmul(part.Transform(device).t()).transpose(1, 2).mul(gain).MoveToOuterDisposeScope();
    }

    // [channels, samples]
    private Tensor Transform(Device device)
    {
        var channel = arange(_channels, dtype: ScalarType.Float32, device: device).unsqueeze(1);
        var sample = arange(_samples, dtype: ScalarType.Float32, device: device);
        var cosines = cos((sample + 0.5) * channel * (Math.PI / _samples)) * Math.Sqrt(2.0 / _samples);
        cosines.narrow(0, 0, 1).mul_(Math.Sqrt(0.5));
        return cosines;
    }
}
