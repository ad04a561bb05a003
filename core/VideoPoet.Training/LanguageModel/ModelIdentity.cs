using System.Collections.ObjectModel;
using System.Globalization;
using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Specs;

namespace VideoPoet.Training.LanguageModels;

/// <summary>What the numbers of a language model mean, so that another run, and generation, can tell whether they may use them.</summary>
/// <param name="Vocabulary">The token ids.</param>
/// <param name="Layouts">The fingerprints of the layouts that it learns from, by name.</param>
/// <param name="Tokenizers">The fingerprints of the tokenizers that made its tokens, by kind.</param>
/// <param name="Views">The fingerprints of the views that bring weights and that its tokens were made of, by name.</param>
/// <param name="Data">The fingerprint of its data.</param>
internal sealed record ModelIdentity(
    UnifiedVocabulary Vocabulary, IReadOnlyDictionary<string, string> Layouts, IReadOnlyDictionary<string, string> Tokenizers,
    IReadOnlyDictionary<string, string> Views, string Data)
{
    /// <summary>The identity of what is trained on a mixture.</summary>
    public static ModelIdentity Of(MixturePlan plan, UnifiedVocabulary vocabulary, MixtureDatasets datasets) => new(
        vocabulary,
        plan.Stages.SelectMany(stage => stage.Variants)
            .DistinctBy(variant => (variant.Name, variant.Format.Name))
            .ToDictionary(variant => $"{variant.Name} in {variant.Format.Name}", variant => variant.Layout.Fingerprint, StringComparer.Ordinal),
        new (string Kind, string? Fingerprint)[]
            { ("video", datasets.Tokenizers.Video), ("audio", datasets.Tokenizers.Audio), ("text", datasets.Tokenizers.Text) }
            .Where(entry => entry.Fingerprint is not null).ToDictionary(entry => entry.Kind, entry => entry.Fingerprint!, StringComparer.Ordinal),
        datasets.Tokenizers.Views ?? ReadOnlyDictionary<string, string>.Empty,
        datasets.Fingerprint);

    /// <summary>The identity as a checkpoint remembers it: what must be the same when the run goes on, by its path.</summary>
    public IReadOnlyDictionary<string, string> ToFacts()
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["tokens:data"] = Data,
            ["vocabulary:visualCodes"] = Text(Vocabulary.VisualCodes),
            ["vocabulary:audioLevels"] = Text(Vocabulary.AudioLevels),
            ["vocabulary:audioCodesPerLevel"] = Text(Vocabulary.AudioCodesPerLevel),
        };
        foreach (var (token, id) in Vocabulary.Tokens.Entries)
            facts[RunTokens.Path + token] = Text(id);
        foreach (var (layout, fingerprint) in Layouts)
            facts[$"layouts:{layout}"] = fingerprint;
        foreach (var (kind, fingerprint) in Tokenizers)
            facts[$"tokens:{kind}"] = fingerprint;
        foreach (var (view, fingerprint) in Views)
            facts[$"tokens:view {view}"] = fingerprint;
        return facts;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
