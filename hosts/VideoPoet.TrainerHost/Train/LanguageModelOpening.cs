using VideoPoet.Core;
using VideoPoet.Data;
using VideoPoet.Models.LanguageModel;
using VideoPoet.Specs;
using VideoPoet.TrainerHost.OwnData;
using VideoPoet.Training;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.LanguageModels;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Opens what a language model learns from, and makes the model: anew, from an earlier run's weights, or to go on.</summary>
internal static class LanguageModelOpening
{
    /// <summary>Opens everything.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="catalog">The tasks.</param>
    /// <param name="parallel">The processes that train together; null for one alone.</param>
    /// <exception cref="FormatException">The weights to begin from are of something else.</exception>
    /// <exception cref="DatasetException">The data cannot be used; everything that is wrong is said.</exception>
    public static OpenedTrainee Open(LanguageModelRecipeSpec recipe, TaskCatalog catalog, DataParallel? parallel)
    {
        var vocabulary = VocabularyOf(recipe, catalog);
        var plan = MixturePlan.Create(recipe.Mixture, catalog, vocabulary);
        var tokenizers = TokenizersAtHand.Find(recipe);
        MixtureDatasets? datasets = null;
        try
        {
            var expected = tokenizers.Fingerprints with { Views = catalog.FingerprintsOf(ViewsOf(plan)) };
            datasets = MixtureDatasets.Open(plan, OwnTokens.FolderOf(recipe), expected, new() { Share = recipe.Data.HeldOut });
            var trainee = new LanguageModelTrainee(recipe, plan, vocabulary, datasets, parallel) { Decoder = tokenizers.Decoder };
            return new(trainee, DataOf(recipe, datasets, trainee.Unmeasured), [], new OpenedTogether(datasets, tokenizers));
        }
        catch
        {
            datasets?.Dispose();
            tokenizers.Dispose();
            throw;
        }
    }

    // Tokens keep the ids that a run, or the one that it begins from, has given them, whatever tasks are installed now.
    private static UnifiedVocabulary VocabularyOf(LanguageModelRecipeSpec recipe, TaskCatalog catalog)
    {
        var own = recipe.Model.CreateVocabulary();
        var tokens = RunTokens.Of(RunFolder.ConfigurationOf(recipe.Checkpoints.Folder));
        if (tokens is null && recipe.Weights.LanguageModel is { } earlier)
            tokens = LanguageModelFile.VocabularyOf(LanguageModelFolder.FindWeights(earlier))?.Tokens;
        return new UnifiedVocabulary(own.VisualCodes, own.AudioLevels, own.AudioCodesPerLevel, tokens)
            .With(catalog.Tokens).With(recipe.Mixture.CreateFormats());
    }

    private static IEnumerable<ClipView> ViewsOf(MixturePlan plan) =>
        plan.Stages.SelectMany(stage => stage.Variants).SelectMany(variant => variant.Definition.UsedViews);

    private static string DataOf(LanguageModelRecipeSpec recipe, MixtureDatasets datasets, IReadOnlyList<MixtureVariant> unmeasured)
    {
        var windows = datasets.Streams.Sum(stream => stream.Training.Count);
        var heldOut = datasets.Streams.Sum(stream => stream.HeldOut.Count);
        var told = $"{recipe.Data.Source}: {windows} windows, and {(heldOut == 0 ? "none" : heldOut)} held out, in {datasets.Streams.Count} kinds of sequences";
        return unmeasured.Count == 0 || recipe.Data.HeldOut.Value == 0
            ? told
            : $"{told}; too few to hold any out of {string.Join(", ", unmeasured.Select(variant => $"'{variant.Entry}'").Distinct())}";
    }
}
