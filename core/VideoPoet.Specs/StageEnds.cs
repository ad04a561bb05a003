using System.Globalization;

namespace VideoPoet.Specs;

/// <summary>Checks where the stages of a run end: each after the one before it, and the last at the end of the run.</summary>
internal static class StageEnds
{
    /// <summary>Checks stages in order.</summary>
    /// <param name="stages">The name of each and the share of the run after which it ends.</param>
    /// <param name="places">The place of the list.</param>
    public static void Check(IReadOnlyList<(string Name, Share? Until)> stages, SpecPlaces places)
    {
        var start = 0.0;
        for (var index = 0; index < stages.Count; index++)
        {
            Check(stages[index], start, isLast: index == stages.Count - 1, places.Under(index.ToString(CultureInfo.InvariantCulture)));
            start = stages[index].Until?.Value ?? start;
        }
    }

    private static void Check((string Name, Share? Until) stage, double start, bool isLast, SpecPlaces place)
    {
        if (stage.Until is not { } until)
        {
            if (!isLast && !place.Has("until"))
                place.Report($"the stage '{stage.Name}' needs 'until': only the last stage goes on to the end.");
            return;
        }
        if (until.Value <= start)
            place.Under("until").Report($"until must be after the end of the stage before, {new Share(start)}; found {until}.");
        else if (isLast && until != Share.Whole)
            place.Under("until").Report($"the last stage goes on to the end: until must be absent or 100%, found {until}.");
        else if (!isLast && until == Share.Whole)
            place.Under("until").Report("until must be less than 100%, because another stage follows.");
    }
}
