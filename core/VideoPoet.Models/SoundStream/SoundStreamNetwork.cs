using TorchSharp;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream;

/// <summary>The layers of the encoder and the decoder (SoundStream, arXiv 2107.03312, §III-A and B, figure 3).</summary>
internal static class SoundStreamNetwork
{
    private const int OuterKernel = 7;
    private const int LatentKernel = 3;
    private static readonly int[] s_dilations = [1, 3, 9];

    /// <summary>[batch, 1, samples] → [batch, embedding, frames]</summary>
    public static CausalChain Encoder(AudioTokenizerSpec spec, Device? device)
    {
        var channels = spec.Channels;
        var first = new CausalConvolution(1, channels, OuterKernel, device: device);
        var start = CosineStart.OfSamples();
        start.Enter(first);
        List<nn.Module<Tensor, StreamMemory?, Tensor>> layers = [first];
        foreach (var stride in spec.Strides)
        {
            layers.AddRange(ResidualUnits(channels, device));
            var downsampling = new CausalConvolution(channels, 2 * channels, 2 * stride, stride, device: device);
            start.Downsample(downsampling, stride);
            layers.Add(downsampling);
            channels *= 2;
        }
        var last = new CausalConvolution(channels, spec.Embedding, LatentKernel, device: device);
        start.Leave(last);
        return new([.. layers, last]);
    }

    /// <summary>[batch, embedding, frames] → [batch, 1, samples]</summary>
    public static CausalChain Decoder(AudioTokenizerSpec spec, Device? device)
    {
        var channels = spec.Channels << spec.Strides.Count;
        var first = new CausalConvolution(spec.Embedding, channels, OuterKernel, device: device);
        var start = CosineStart.OfFrames(spec.Strides.Aggregate(1L, (samples, stride) => samples * stride), spec.Embedding);
        start.Enter(first);
        List<nn.Module<Tensor, StreamMemory?, Tensor>> layers = [first];
        foreach (var stride in spec.Strides.Reverse())
        {
            var upsampling = new CausalUpsampling(channels, channels / 2, stride, device);
            start.Upsample(upsampling, stride);
            layers.Add(upsampling);
            channels /= 2;
            layers.AddRange(ResidualUnits(channels, device));
        }
        var last = new CausalConvolution(channels, 1, OuterKernel, device: device);
        start.Leave(last);
        return new([.. layers, last]);
    }

    private static IEnumerable<ResidualUnit> ResidualUnits(int channels, Device? device) =>
        s_dilations.Select(dilation => new ResidualUnit(channels, dilation, device));
}
