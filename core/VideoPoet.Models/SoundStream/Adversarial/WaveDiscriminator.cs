using TorchSharp;
using static TorchSharp.torch;

namespace VideoPoet.Models.SoundStream.Adversarial;

/// <summary>The layers of MelGAN's discriminator (Kumar et al., arXiv 1910.06711): [batch, 1, samples] → logits [batch, 1, samples / 256].</summary>
internal static class WaveDiscriminator
{
    private const int Levels = 4;
    private const int Stride = 4;
    private const int Growth = 4;
    private const int LargestGrowth = 64;
    private const int GroupSize = 4;

    public static FeatureNetwork Create(int channels, Device? device)
    {
        var most = LargestGrowth * channels;
        List<nn.Module<Tensor, Tensor>> layers = [WeightNormLayer.Conv1d(1, channels, 15, padding: 7, device: device)];
        for (var level = 0; level < Levels; level++)
        {
            var next = Math.Min(Growth * channels, most);
            layers.Add(WeightNormLayer.Conv1d(
                channels, next, 10 * Stride + 1, Stride, padding: 5 * Stride, groups: channels / GroupSize, device: device));
            channels = next;
        }
        layers.Add(WeightNormLayer.Conv1d(channels, channels, 5, padding: 2, device: device));
        layers.Add(WeightNormLayer.Conv1d(channels, 1, 3, padding: 1, device: device));
        return new(layers);
    }
}
