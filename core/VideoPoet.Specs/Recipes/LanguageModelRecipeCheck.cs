using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks the model of a language model's recipe against its mixture.</summary>
internal sealed class LanguageModelRecipeCheck(TaskCatalog catalog)
{
    public void Check(LanguageModelRecipeSpec recipe, SpecPlaces places)
    {
        SpecPlaces model = places.Under("model"), mixture = places.Under("mixture");
        ModelCheck.Check(recipe.Model, model);
        new MixtureCheck(catalog).Check(recipe.Mixture, mixture);
        if (model.AreSound && mixture.AreSound)
            CheckTogether(recipe, places);
        if (recipe.Data.Tokenize is not null && mixture.Under("data").AreSound)
            CheckShards(recipe.Mixture, mixture.Under("data"));
    }

    // Tokens that a run makes itself lie in its folder, where nothing else of it does.
    private static void CheckShards(MixtureSpec mixture, SpecPlaces places)
    {
        foreach (var (name, source) in mixture.Data)
        {
            var parts = source.Shards.Split('/');
            if (parts[0] != TokenizeSpec.ShardsFolder || parts.Contains(".."))
            {
                places.Under(name, "shards").Report(
                    $"shards must lie under {TokenizeSpec.ShardsFolder} where the run makes its tokens itself, such as "
                    + $"{TokenizeSpec.ShardsFolder}/{name}; found '{source.Shards}'.");
            }
        }
    }

    private void CheckTogether(LanguageModelRecipeSpec recipe, SpecPlaces places)
    {
        var plan = MixturePlan.Create(recipe.Mixture, catalog, recipe.Model.CreateVocabulary());
        var variants = plan.Stages.SelectMany(stage => stage.Variants).ToList();
        var longest = variants.MaxBy(variant => variant.Layout.Length)!;
        if (longest.Layout.Length > recipe.Model.LanguageModel.Context)
        {
            places.Under("model", "languageModel", "context").Report(
                $"context must be at least {longest.Layout.Length}, the length of '{longest.Entry}' in {longest.Format.Name}; "
                + $"found {recipe.Model.LanguageModel.Context}.");
        }
        CheckCoordinates(variants, recipe.Model.LanguageModel.Coordinates, places.Under("model", "languageModel", "coordinates"));
        if (recipe.Weights.AudioTokenizer is null && FirstWith(Modality.Audio) is { } sounding)
            places.Under("weights", "audioTokenizer").Report($"missing key 'audioTokenizer': '{sounding.Entry}' has sound.");
        if (recipe.Weights.TextEncoder is null && FirstWith(Modality.Text) is { } worded)
            places.Under("weights", "textEncoder").Report($"missing key 'textEncoder': '{worded.Entry}' has text.");

        MixtureVariant? FirstWith(Modality modality) => variants.Find(variant =>
            variant.Definition.PresentInputs.Any(input => input.View.Modality == modality) || variant.Definition.OutputModalities.Contains(modality));
    }

    private static void CheckCoordinates(List<MixtureVariant> variants, CoordinateSpec tables, SpecPlaces places)
    {
        Need("times", tables.Times, variant => Most<VisualSegment>(variant, segment => segment.Shape.Time));
        Need("rows", tables.Rows, variant => Most<VisualSegment>(variant, segment => segment.Shape.Height));
        Need("columns", tables.Columns, variant => Most<VisualSegment>(variant, segment => segment.Shape.Width));
        Need("audioFrames", tables.AudioFrames, variant => Most<AudioSegment>(variant, segment => segment.Shape.Frames));
        Need("inputs", tables.Inputs, variant => variant.Layout.CodeSegments.Where(segment => !segment.IsOutput)
            .CountBy(segment => segment.Modality).Select(count => count.Value).DefaultIfEmpty().Max());

        void Need(string key, int found, Func<MixtureVariant, int> needed)
        {
            var most = variants.MaxBy(needed)!;
            if (needed(most) > found)
            {
                places.Under(key).Report(
                    $"{key} must be at least {needed(most)}, as '{most.Entry}' in {most.Format.Name} needs; found {found}.");
            }
        }

        static int Most<T>(MixtureVariant variant, Func<T, int> size) where T : Segment =>
            variant.Layout.Segments.OfType<T>().Select(size).DefaultIfEmpty().Max();
    }
}
