using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Perceptual;

/// <summary>Where published files keep the weights of feature networks.</summary>
internal static class PublishedFeatureWeights
{
    /// <summary>torchvision's VGG-16, and the same weights as timm distributes them; only the convolutions are of use.</summary>
    public static KeyMap Vgg16 { get; } = new("torchvision's VGG-16")
    {
        Rules = [.. VggTrunk.PublishedPlaces().Select((place, convolution) =>
            new KeyRule($"convolutions.{convolution}.{{part}}", KeySource.Tensor($"features.{place}.{{part}}")))],
        Ignored = ["classifier.{rest*}", "pre_logits.{rest*}", "head.{rest*}"],
    };

    /// <summary>The heads of LPIPS 0.1.</summary>
    public static KeyMap LpipsHeads { get; } = new("LPIPS's heads for VGG-16")
    {
        Rules = [new("weights.{stage}", KeySource.Reshaped("lin{stage}.model.1.weight"))],
    };

    /// <summary>torchvision's ResNet-50.</summary>
    public static KeyMap ResNet50 { get; } = new("torchvision's ResNet-50")
    {
        Rules = [KeyRule.SameName],
        // Counters of training, which older files lack.
        Ignored = ["bn1.num_batches_tracked", "{block*}.bn{i}.num_batches_tracked", "{block*}.downsample.1.num_batches_tracked"],
    };
}
