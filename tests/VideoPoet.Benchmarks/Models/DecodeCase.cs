using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using static TorchSharp.torch;

namespace VideoPoet.Benchmarks.Models;

/// <summary>A language model with drawn weights and the text-to-video sequence of square-17 that it decodes.</summary>
/// <param name="Name">The name that keys and the peer know it by.</param>
/// <param name="Model">The configuration.</param>
internal sealed record DecodeCase(string Name, ModelSpec Model)
{
    private static readonly VideoFormat s_format = VideoFormats.BuiltIn["square-17"];

    /// <summary>A configuration by name.</summary>
    public static DecodeCase Of(string name) => new(name, SpecReader.ReadModel(Path.Combine(AppContext.BaseDirectory, "Models", $"{name}.yaml")));

    /// <summary>The token ids.</summary>
    public UnifiedVocabulary Vocabulary => Model.CreateVocabulary().With(s_format);

    /// <summary>What tells the peer the sizes, and how many keys there are when it steps.</summary>
    /// <param name="keys">Positions before the step.</param>
    public KeyValuePair<string, string> Setting(int keys)
    {
        var sizes = Model.LanguageModel;
        // Of codes in two halves the peer computes the logits of both at once, without the layers between them.
        var logits = sizes.FactorisedCodes ? 2 << int.Log2(Vocabulary.VisualCodes) / 2 : Vocabulary.VisualCodes;
        int[] numbers = [sizes.Width, sizes.Layers, sizes.Heads, sizes.FeedForward, logits, keys];
        return new($"DECODE_{Name.ToUpperInvariant()}", string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The network with drawn weights.</summary>
    public PrefixLanguageModel Network()
    {
        var network = new PrefixLanguageModel(Model.LanguageModel, Vocabulary, Model.TextEncoder.Width);
        network.Initialise();
        return network;
    }

    /// <summary>Samples of a prompt of 32 text embeddings.</summary>
    /// <param name="guidance">The scale; the other branch has no text.</param>
    public DecodingRequest Request(double guidance) => new()
    {
        Prompt = Prompt([Input.Text()]), Unguided = Prompt([]), Sampling = new() { Guidance = guidance }, Seeds = [1],
    };

    private DecodingPrompt Prompt(ValueList<Input> inputs)
    {
        var layout = SequenceLayout.Create(
            new() { Token = TaskToken.Video, Inputs = inputs, Outputs = [Output.Visual(Views.WholeVideo)] }, s_format, Vocabulary);
        var text = layout.Text is null ? null : ones(32, Model.TextEncoder.Width);
        return new(layout, layout.Assemble(new int[layout.VisualOutput!.Length]), text);
    }
}
