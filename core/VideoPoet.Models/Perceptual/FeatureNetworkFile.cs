using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>Opens feature networks, frozen: the one that comes with the program, one that was trained here, or a published one.</summary>
public static class FeatureNetworkFile
{
    /// <summary>The weights that come with the program, beside its assemblies.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "models", "feature-network", "feature-network.safetensors");

    /// <summary>Loads a network; the names of its tensors tell which it is.</summary>
    /// <param name="path">
    /// Weights of a <see cref="SmallFeatureNetwork"/>, of torchvision's VGG-16 for <see cref="VggFeatureNetwork"/> or of torchvision's ResNet-50 for
    /// <see cref="ResNetFeatureNetwork"/>; the shipped ones if null.
    /// </param>
    /// <param name="heads">The heads that LPIPS publishes for VGG-16; a network of another kind has none.</param>
    /// <param name="device">Where the parameters will live; the default device when null.</param>
    /// <exception cref="ArgumentException">There are heads, and the network is not VGG-16.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="FormatException">A file is broken or of no such network.</exception>
    public static IFeatureNetwork Load(string? path = null, string? heads = null, Device? device = null)
    {
        path ??= Shipped;
        var names = Names(path);
        if (names.Contains("features.0.weight"))
            return VggFeatureNetwork.Load(path, heads, device);
        if (heads is not null)
            throw new ArgumentException($"'{heads}' has heads for VGG-16, and '{path}' is another network; leave one of them out.", nameof(heads));
        if (names.Contains("layer1.0.conv1.weight"))
            return ResNetFeatureNetwork.Load(path, device: device);
        return names.Contains(SmallFeatureNetwork.FirstTensor)
            ? SmallFeatureNetwork.Load(path, device)
            : throw new WeightFileException(path,
                "it holds no feature network: this would be one that was trained here, torchvision's VGG-16 or torchvision's ResNet-50.");
    }

    private static HashSet<string> Names(string path)
    {
        using var file = WeightFile.Open(path);
        return [.. file.Tensors.Keys];
    }
}
