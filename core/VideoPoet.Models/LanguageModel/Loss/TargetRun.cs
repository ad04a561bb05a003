using VideoPoet.Core;

namespace VideoPoet.Models.LanguageModel;

/// <summary>A run of positions of one sequence of a batch that are learnt, all among the same ids.</summary>
/// <param name="Row">The sequence.</param>
/// <param name="Start">The first position that is learnt; the one before predicts it.</param>
/// <param name="Length">The number of positions.</param>
/// <param name="Ids">The ids that the layout allows there; more than one.</param>
/// <param name="Modality">What the positions stand for.</param>
public readonly record struct TargetRun(int Row, int Start, int Length, IdRange Ids, Modality Modality)
{
    /// <summary>
    /// What there is to learn in a batch: every output position that is not given, save those where only one id is allowed, whose loss is 0.
    /// </summary>
    /// <param name="layouts">The layout of each sequence.</param>
    public static IEnumerable<TargetRun> Of(IReadOnlyList<SequenceLayout> layouts)
    {
        for (var row = 0; row < layouts.Count; row++)
        {
            foreach (var segment in layouts[row].Segments.Where(segment => segment.IsOutput))
            {
                foreach (var run in segment.AllowedRuns)
                {
                    var start = Math.Max(run.Start, segment.Start + segment.Given);
                    if (run.Ids.Count > 1 && start < run.End)
                        yield return new(row, start, run.End - start, run.Ids, segment.Modality);
                }
            }
        }
    }
}
