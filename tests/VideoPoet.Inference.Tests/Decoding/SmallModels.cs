using VideoPoet.Core;
using VideoPoet.Inference.Decoding;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.Tests;

namespace VideoPoet.Inference.Tests.Decoding;

/// <summary>Small models with drawn weights, and random prompts for them; the same for the same seed.</summary>
internal static class SmallModels
{
    public const int TextWidth = 5;

    /// <summary>Sizes of all kinds: odd widths, shared heads, normed heads, an output layer of its own, codes in halves.</summary>
    public static LanguageModelSpec Sizes(int kind, int context, bool halves = false) => (kind % 4) switch
    {
        0 => Of(width: 32, heads: 4, inner: 48),
        1 => Of(width: 36, heads: 6, inner: 52) with { KeyValueHeads = 3, QueryKeyNorm = true },
        2 => Of(width: 128, heads: 2, inner: 100) with { TiedEmbeddings = false, QueryKeyNorm = true },
        _ => Of(width: 64, heads: 4, inner: 72) with { KeyValueHeads = 1, RotaryBase = 500, TiedEmbeddings = halves },
    } with { Context = context, FactorisedCodes = halves };

    /// <summary>A model whose weights are larger than before training, so that positions matter to one another.</summary>
    public static PrefixLanguageModel Model(LanguageModelSpec sizes, UnifiedVocabulary vocabulary, double factor = 4)
    {
        var model = new PrefixLanguageModel(sizes, vocabulary, TextWidth);
        using var generator = new Generator(3);
        model.Initialise(generator);
        using (no_grad())
        {
            foreach (var (name, parameter) in model.named_parameters())
            {
                if (parameter.dim() > 1)
                    parameter.mul_(factor);
                else if (name.EndsWith("norm.weight", StringComparison.Ordinal))
                    parameter.uniform_(0.5, 1.5, generator);
            }
        }
        return model;
    }

    /// <summary>Random ids of a layout, and a text of random length where it has a slot.</summary>
    public static DecodingPrompt Prompt(SequenceLayout layout, int seed)
    {
        var random = new Random(seed);
        var codes = layout.CodeSegments
            .Select(segment => segment.AllowedRuns.SelectMany(run => Enumerable.Range(0, run.Length).Select(_ => random.Next(run.Ids.Count))).ToArray())
            .ToArray();
        using var generator = new Generator((ulong)seed);
        return new(
            layout, layout.Assemble(codes),
            layout.Text is null ? null : randn([random.Next(1, 1 + UnifiedVocabulary.TextPositions), TextWidth], generator: generator));
    }

    /// <summary>A vocabulary like another whose codes fall into halves.</summary>
    public static UnifiedVocabulary Halves(LayoutCase layoutCase) =>
        new UnifiedVocabulary(1 << 6, layoutCase.Vocabulary.AudioLevels, layoutCase.Vocabulary.AudioCodesPerLevel)
            .With(layoutCase.Task.Token).With(layoutCase.Format);

    /// <summary>Decodes to the end.</summary>
    public static int[][] Decode(this ILanguageModelDecoder decoder, DecodingRequest request)
    {
        using var session = decoder.Begin(request);
        while (!session.IsComplete)
            session.Step();
        return [.. Enumerable.Range(0, request.Seeds.Count).Select(sample => session.Ids(sample).ToArray())];
    }

    private static LanguageModelSpec Of(int width, int heads, int inner) => new()
    {
        Width = width, Layers = 2, Heads = heads, FeedForward = inner, Context = 1, Parameters = new() { NonEmbedding = 1, Total = 1 },
    };
}
