using System.Text.Json;
using System.Text.Json.Nodes;
using VideoPoet.Core;
using VideoPoet.Models.WeightFiles;
using VideoPoet.Specs;

namespace VideoPoet.Models.LanguageModel;

/// <summary>What weights are the weights of, as their file's metadata say it.</summary>
/// <param name="Sizes">The sizes that decide the tensors and what they compute, by name.</param>
/// <param name="TextWidth">The width of a text embedding.</param>
/// <param name="Vocabulary">The token ids.</param>
/// <param name="Layouts">The fingerprints of layouts by name.</param>
/// <param name="Tokenizers">The fingerprints of tokenizers by kind.</param>
public sealed record LanguageModelIdentity(
    IReadOnlyDictionary<string, string> Sizes, int TextWidth, UnifiedVocabulary Vocabulary, IReadOnlyDictionary<string, string> Layouts,
    IReadOnlyDictionary<string, string> Tokenizers)
{
    private const string SizesKey = "sizes", TextWidthKey = "textWidth", VocabularyKey = "vocabulary", TokensKey = "tokens", LayoutsKey = "layouts";
    private const string TokenizersKey = "tokenizers";
    private const int ShownDigits = 12; // enough to tell two fingerprints apart by eye

    private static readonly JsonSerializerOptions s_camelCase = new(JsonSerializerDefaults.Web);

    /// <summary>The identity of a model.</summary>
    internal static LanguageModelIdentity Of(
        PrefixLanguageModel model, IReadOnlyDictionary<string, string>? layouts, IReadOnlyDictionary<string, string>? tokenizers) =>
        new(
            Flat(model.Sizes), model.TextWidth, model.Vocabulary, layouts ?? new Dictionary<string, string>(),
            tokenizers ?? new Dictionary<string, string>());

    /// <summary>The identity that a file has, or null when it says nothing, as a foreign one does.</summary>
    /// <exception cref="WeightFileException">What it says is damaged.</exception>
    internal static LanguageModelIdentity? Read(IWeightFile file)
    {
        var metadata = file.Metadata;
        if (!metadata.ContainsKey(SizesKey))
            return null;
        try
        {
            var vocabulary = JsonNode.Parse(metadata[VocabularyKey])!;
            return new(
                new SortedDictionary<string, string>(
                    JsonSerializer.Deserialize<Dictionary<string, string>>(metadata[SizesKey])!, StringComparer.Ordinal),
                JsonSerializer.Deserialize<int>(metadata[TextWidthKey]),
                new(
                    (int)vocabulary["visualCodes"]!, (int)vocabulary["audioLevels"]!, (int)vocabulary["audioCodesPerLevel"]!,
                    TokenTable.FromEntries(vocabulary[TokensKey].Deserialize<Dictionary<string, int>>()!)),
                JsonSerializer.Deserialize<Dictionary<string, string>>(metadata[LayoutsKey])!,
                JsonSerializer.Deserialize<Dictionary<string, string>>(metadata[TokenizersKey])!);
        }
        catch (Exception error) when (
            error is JsonException or KeyNotFoundException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            throw new WeightFileException(file.Path, $"its metadata do not say which language model it is of: {error.Message}", error);
        }
    }

    /// <summary>The texts for a file.</summary>
    internal Dictionary<string, string> ToMetadata() => new()
    {
        ["format"] = "pt", // which readers of the format ask for
        [SizesKey] = JsonSerializer.Serialize(Sizes),
        [TextWidthKey] = JsonSerializer.Serialize(TextWidth),
        [VocabularyKey] = new JsonObject
        {
            ["fingerprint"] = Vocabulary.Fingerprint,
            ["visualCodes"] = Vocabulary.VisualCodes,
            ["audioLevels"] = Vocabulary.AudioLevels,
            ["audioCodesPerLevel"] = Vocabulary.AudioCodesPerLevel,
            [TokensKey] = JsonSerializer.SerializeToNode(Vocabulary.Tokens.Entries),
        }.ToJsonString(),
        [LayoutsKey] = Sorted(Layouts),
        [TokenizersKey] = Sorted(Tokenizers),
    };

    /// <summary>What keeps the weights of this identity from a model, a sentence each. The model may know more tokens and longer contexts.</summary>
    internal IEnumerable<string> DifferencesFrom(LanguageModelIdentity model) =>
    [
        .. from name in Sizes.Keys.Union(model.Sizes.Keys).Order(StringComparer.Ordinal)
           let there = Sizes.GetValueOrDefault(name, "absent")
           let here = model.Sizes.GetValueOrDefault(name, "absent")
           where there != here
           select $"{name} is {there} in the file and {here} in the model",
        .. TextWidth == model.TextWidth ? [] : new[] { $"text embeddings are {TextWidth} wide in the file and {model.TextWidth} in the model" },
        .. Vocabulary.ConflictsWith(model.Vocabulary).Select(conflict => $"vocabulary: {conflict} (here: the file, there: the model)"),
        .. from layout in Layouts
           where model.Layouts.TryGetValue(layout.Key, out var fingerprint) && fingerprint != layout.Value
           select $"the positions of '{layout.Key}' stand for other tokens than when the weights were trained",
        .. from tokenizer in Tokenizers
           where model.Tokenizers.TryGetValue(tokenizer.Key, out var fingerprint) && fingerprint != tokenizer.Value
           select $"the {tokenizer.Key} tokens were made by {Short(tokenizer.Value)} when the weights were trained, and now by "
               + Short(model.Tokenizers[tokenizer.Key]),
    ];

    private static string Sorted(IReadOnlyDictionary<string, string> entries) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(entries.ToDictionary(), StringComparer.Ordinal));

    private static string Short(string fingerprint) => fingerprint.Length > ShownDigits ? fingerprint[..ShownDigits] + "…" : fingerprint;

    // The stated counts follow from the sizes, and a context has no weights.
    private static SortedDictionary<string, string> Flat(LanguageModelSpec sizes)
    {
        var flat = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("", JsonSerializer.SerializeToNode(sizes, s_camelCase)!.AsObject());
        return flat;

        void Add(string path, JsonObject node)
        {
            foreach (var (name, value) in node)
            {
                if (path.Length == 0 && name is "parameters" or "context")
                    continue;
                if (value is JsonObject inner)
                    Add($"{path}{name}.", inner);
                else
                    flat[path + name] = value?.ToJsonString() ?? "absent";
            }
        }
    }
}
