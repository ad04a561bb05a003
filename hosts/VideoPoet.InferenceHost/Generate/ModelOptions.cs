using System.CommandLine;
using VideoPoet.Inference;
using VideoPoet.Inference.Decoding;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>The options that say which model generates.</summary>
internal static class ModelOptions
{
    private static readonly IReadOnlyList<(string Name, WeightFormat Format)> Formats =
        [("fp32", WeightFormat.Float32), ("bf16", WeightFormat.BFloat16), ("int8", WeightFormat.Int8)];

    private static readonly IReadOnlyList<(string Name, DecodingEngine Engine)> Engines =
        [("managed", DecodingEngine.Managed), ("torch", DecodingEngine.Torch)];

    private static readonly Option<string> Model = new("--model")
    {
        Description = $"The model: a folder with a language model, such as that of a run; {VideoPoetOptions.MiniModel}, which comes along, when absent.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string> Tokenizers = new("--tokenizers")
    {
        Description = "The folder of the tokenizers and the text encoder; the model's own when absent.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string> Weights = new Option<string>("--weights-format")
    {
        Description = $"How the language model's weights are held, {string.Join(", ", Formats.Select(format => format.Name))}: "
            + "shorter ones take less memory and are read faster; fp32 when absent.",
        HelpName = "FORMAT",
    }.AcceptOnlyFromAmong([.. Formats.Select(format => format.Name)]);

    private static readonly Option<string> Engine = new Option<string>("--engine")
    {
        Description = $"What computes a token, {string.Join(", ", Engines.Select(engine => engine.Name))}: vector code on the processor, or the network "
            + "itself on any device; managed when absent.",
        HelpName = "ENGINE",
    }.AcceptOnlyFromAmong([.. Engines.Select(engine => engine.Name)]);

    private static readonly Option<string> Device = new("--device")
    {
        Description = "Where the engine torch computes, such as cuda or cuda:1; the processor when absent.",
        HelpName = "DEVICE",
    };

    private static readonly Option<int?> Threads = new("--threads")
    {
        Description = "How many threads work on a token; all processors when absent. The output does not depend on it.",
        HelpName = "N",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Model, Tokenizers, Weights, Engine, Device, Threads];

    /// <summary>What a record decides among them.</summary>
    public static IEnumerable<Option> Recorded => [Weights, Engine, Device];

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="recorded">What a record says, for what the command line leaves out; null without a record.</param>
    public static ModelChoice Read(ParseResult parsed, ModelChoice? recorded = null)
    {
        var (weights, engine) = (parsed.GetValue(Weights), parsed.GetValue(Engine));
        return new(
            parsed.GetValue(Model) ?? recorded?.Model ?? VideoPoetOptions.MiniModel,
            parsed.GetValue(Tokenizers) ?? recorded?.Tokenizers,
            weights is null ? recorded?.Weights ?? WeightFormat.Float32 : Formats.First(format => format.Name == weights).Format)
        {
            Engine = engine is null ? recorded?.Engine ?? DecodingEngine.Managed : Engines.First(known => known.Name == engine).Engine,
            Device = parsed.GetValue(Device) ?? recorded?.Device,
            Threads = parsed.GetValue(Threads),
        };
    }
}
