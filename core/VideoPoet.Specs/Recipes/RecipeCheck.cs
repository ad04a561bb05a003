using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks a recipe's numbers against each other, and its model against its mixture.</summary>
internal sealed class RecipeCheck(TaskCatalog catalog)
{
    public void Check(RecipeSpec recipe, SpecPlaces places)
    {
        SpecPlaces model = places.Under("model"), mixture = places.Under("mixture");
        ModelCheck.Check(recipe.Model, model);
        new MixtureCheck(catalog).Check(recipe.Mixture, mixture);
        CheckSteps(recipe, places);
        if (model.AreSound && mixture.AreSound)
            CheckTogether(recipe, places);
    }

    private static void CheckSteps(RecipeSpec recipe, SpecPlaces places)
    {
        var schedule = places.Under("schedule");
        if (recipe.Schedule.Warmup >= recipe.Steps && places.Under("steps").AreSound)
            schedule.Under("warmup").Report($"warmup must be less than steps, {recipe.Steps}; found {recipe.Schedule.Warmup}.");
        if (recipe.Schedule.Decay == DecayKind.Constant && schedule.Has("final"))
            schedule.Under("final").Report("final has no meaning when decay is constant; leave it out.");
    }

    private void CheckTogether(RecipeSpec recipe, SpecPlaces places)
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
        if (recipe.Weights.AudioTokenizer is null && FirstWith(Modality.Audio) is { } sounding)
            places.Under("weights", "audioTokenizer").Report($"missing key 'audioTokenizer': '{sounding.Entry}' has sound.");
        if (recipe.Weights.TextEncoder is null && FirstWith(Modality.Text) is { } worded)
            places.Under("weights", "textEncoder").Report($"missing key 'textEncoder': '{worded.Entry}' has text.");

        MixtureVariant? FirstWith(Modality modality) => variants.Find(variant =>
            variant.Definition.PresentInputs.Any(input => input.View.Modality == modality) || variant.Definition.OutputModalities.Contains(modality));
    }
}
