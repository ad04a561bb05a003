using System.Globalization;
using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>Checks the names and weights of a mixture against each other and against the catalog of tasks.</summary>
internal sealed class MixtureCheck(TaskCatalog catalog)
{
    public void Check(MixtureSpec mixture, SpecPlaces places)
    {
        var formats = CheckFormats(mixture, places.Under("formats"));
        var tasks = new MixtureTaskCheck(catalog, mixture, formats);
        foreach (var (name, entry) in mixture.Tasks)
            tasks.Check(name, entry, places.Under("tasks", name));
        CheckStages(mixture, places);
    }

    // The formats that are valid; the others are reported.
    private static VideoFormats CheckFormats(MixtureSpec mixture, SpecPlaces places)
    {
        var formats = VideoFormats.BuiltIn;
        foreach (var (name, format) in mixture.Formats.Where(pair => places.Under(pair.Key).AreSound))
        {
            try
            {
                var more = formats.With(format.Create(name));
                UnifiedVocabulary.Paper.With(more);
                formats = more;
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                // Either the format breaks a rule, or no id is left for its tokens.
                places.Under(name).ReportKey(UserMessage.Of(exception));
            }
        }
        return formats;
    }

    private static void CheckStages(MixtureSpec mixture, SpecPlaces places)
    {
        var groups = mixture.Tasks.Values.GroupBy(entry => entry.Group).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Weight));
        if (mixture.Stages.Count == 0 && mixture.Tasks.Count > 0 && groups.Values.Sum() <= 0)
            places.Under("tasks").ReportKey("at least one task must have a weight greater than 0.");
        StageEnds.Check([.. mixture.Stages.Select(stage => (stage.Name, stage.Until))], places.Under("stages"));
        for (var index = 0; index < mixture.Stages.Count; index++)
            CheckWeights(mixture.Stages[index], groups, places.Under("stages", index.ToString(CultureInfo.InvariantCulture)));
    }

    private static void CheckWeights(StageSpec stage, Dictionary<string, double> groups, SpecPlaces place)
    {
        var weights = place.Under("weights");
        var expected = groups.Keys.Where(group => !stage.Weights.ContainsKey(group)).ToList();
        foreach (var (group, weight) in stage.Weights)
        {
            if (!groups.TryGetValue(group, out var tasks))
            {
                weights.Under(group).ReportKey(Names.Unknown("group", group, groups.Keys));

                // The group that was meant is not also reported as missing.
                expected.Remove(Names.Nearest(group, groups.Keys) ?? "");
            }
            else if (weight > 0 && tasks <= 0)
                weights.Under(group).Report($"the group '{group}' cannot be drawn: every task in it has the weight 0.");
        }
        foreach (var group in expected)
            weights.Under(group).ReportKey($"the stage '{stage.Name}' has no weight for the group '{group}'; write {group}: 0 to leave it out.");
        if (weights.AreSound && stage.Weights.Values.Sum() <= 0)
            weights.Report("at least one weight must be greater than 0.");
    }
}
