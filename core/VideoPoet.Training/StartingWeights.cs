using VideoPoet.Models.WeightFiles;
using static TorchSharp.torch;

namespace VideoPoet.Training;

/// <summary>The weights that a tokenizer's training goes on from.</summary>
public static class StartingWeights
{
    /// <summary>Sees whether a file's weights fit, before anything that takes longer; reads none of them.</summary>
    /// <param name="path">The file; null when training starts from random weights.</param>
    /// <param name="create">Makes the network, here without memory.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken, or the weights are not those of the network's sizes.</exception>
    public static void Check(string? path, Func<Device, nn.Module> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (path is null)
            return;
        if (!File.Exists(path))
            throw new FileNotFoundException($"weights: '{path}' is not there. Name a file that a run wrote, such as runs/NAME/weights/NAME.safetensors.");
        using var file = WeightFile.Open(path);
        using var shapes = create(META);
        KeyMap.SameNames.Check(file, shapes);
    }

    /// <summary>Gives a network the weights.</summary>
    /// <param name="path">The file; null leaves the network as it is.</param>
    /// <param name="network">The network.</param>
    internal static void Load(string? path, nn.Module network)
    {
        if (path is null)
            return;
        using var file = WeightFile.Open(path);
        KeyMap.SameNames.Load(file, network);
    }
}
