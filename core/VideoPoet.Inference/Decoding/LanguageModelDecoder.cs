using TorchSharp;
using VideoPoet.Core;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;

namespace VideoPoet.Inference.Decoding;

/// <summary>Opens decoders.</summary>
public static class LanguageModelDecoder
{
    /// <summary>
    /// Opens a trained language model. Its file is mapped, so that processes and decoders share its memory; other formats are converted in memory at
    /// each start, since that takes no longer than reading the file, and nothing beside it can become stale.
    /// </summary>
    /// <param name="path">The file, its folder, or the folder of a run: see <see cref="LanguageModelFolder.FindWeights"/>.</param>
    /// <param name="model">The sizes.</param>
    /// <param name="vocabulary">The token ids that are used; those of the sizes when null.</param>
    /// <param name="format">How the weights of products are held; the torch engine takes single precision only.</param>
    /// <param name="engine">What computes steps.</param>
    /// <param name="device">Where the torch engine computes; the processor when null.</param>
    /// <param name="threads">How many threads work on a step of the managed engine; all processors when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="LanguageModelMismatchException">The file is of another model, or its ids mean something else.</exception>
    /// <exception cref="FormatException">The file is broken.</exception>
    /// <exception cref="ArgumentException">The engine cannot do what is asked for.</exception>
    public static ILanguageModelDecoder Open(
        string path, ModelSpec model, UnifiedVocabulary? vocabulary = null, WeightFormat format = WeightFormat.Float32,
        DecodingEngine engine = DecodingEngine.Managed, torch.Device? device = null, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Problem(format, engine, device) is { } problem)
            throw new ArgumentException(problem);
        var network = LanguageModelFile.Open(
            LanguageModelFolder.FindWeights(path), model.LanguageModel, vocabulary ?? model.CreateVocabulary(), model.TextEncoder.Width);
        if (engine == DecodingEngine.Managed)
            return new ManagedDecoder(network, format, threads);
        if (device is not null)
            network.to(device);
        return new TorchDecoder(network);
    }

    /// <summary>Why an engine cannot do what is asked of it; null when it can.</summary>
    internal static string? Problem(WeightFormat format, DecodingEngine engine, torch.Device? device) => engine switch
    {
        DecodingEngine.Torch when format != WeightFormat.Float32 =>
            $"the torch engine takes {WeightFormat.Float32}, and {format} was asked for; the managed engine takes it.",
        DecodingEngine.Managed when device is not null && device.type != DeviceType.CPU =>
            $"the managed engine computes on the processor, and {device} was asked for; the torch engine takes it.",
        _ => null,
    };
}
