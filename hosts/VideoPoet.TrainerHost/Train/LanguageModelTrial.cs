using System.Diagnostics;
using VideoPoet.Core;
using VideoPoet.Specs;
using VideoPoet.Training;
using VideoPoet.Training.LanguageModels;

namespace VideoPoet.TrainerHost.Train;

/// <summary>Says what a run of a language model will take, by arithmetic and by a few probes that change nothing.</summary>
internal static class LanguageModelTrial
{
    /// <summary>Measures.</summary>
    /// <param name="trainee">The trainee, which stays as it is; it is told how fast the machine is.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="listing">Gets what was measured.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static TrainingListing Take(
        LanguageModelTrainee trainee, LanguageModelRecipeSpec recipe, TrainingListing listing, CancellationToken cancellationToken)
    {
        var peak = ProductPeak.Measure(recipe.Precision, trainee.Model.Device);
        trainee.PeakFlops = peak;
        var seconds = trainee.Probe(cancellationToken);
        var groups = trainee.Plan.Stages.SelectMany(stage => stage.Groups.Select(group => CostOf(stage, group, SecondsOf(group)))).ToArray();
        using var process = Process.GetCurrentProcess();
        return listing with
        {
            Stages = [.. trainee.Plan.Stages.Select(stage => CostOf(stage, recipe, seconds))],
            PeakMemoryBytes = process.PeakWorkingSet64,
            LanguageModel = new(
                trainee.Frozen, trainee.EstimateMemory(), groups,
                Expected(group => group.Batch * (double)group.Lengths.Length), Expected(Learnt),
                peak, Expected(Flops) / Expected(group => SecondsOf(group) ?? 0) / peak),
        };

        // The sum over the batches of all steps.
        double Expected(Func<GroupPlan, double> ofBatch) => recipe.Steps * recipe.Accumulation
            * trainee.Plan.Stages.Sum(stage => stage.Share.Value * stage.Groups.Sum(group => group.Probability * ofBatch(group)));

        double Flops(GroupPlan group) => SecondsOf(group) is null
            ? 0
            : group.Batch * OfRow(group, layout => TrainingCost.Flops(recipe.Model.LanguageModel, layout));

        double? SecondsOf(GroupPlan group) => seconds.TryGetValue(group.Lengths, out var found) ? found : null;
    }

    private static double Learnt(GroupPlan group) => group.Batch * OfRow(group, layout => layout.TargetCount);

    // The mean of a row of a batch.
    private static double OfRow(GroupPlan group, Func<SequenceLayout, double> of) =>
        group.Variants.Sum(variant => variant.Probability * of(variant.Layout)) / group.Probability;

    private static StageCost CostOf(StagePlan stage, LanguageModelRecipeSpec recipe, IReadOnlyDictionary<LengthGroup, double> seconds) => new(
        stage.Name,
        (long)Math.Round(stage.End.Value * recipe.Steps) - (long)Math.Round(stage.Start.Value * recipe.Steps),
        recipe.Accumulation * stage.Groups.Sum(group => group.Probability * seconds.GetValueOrDefault(group.Lengths)));

    private static GroupCost CostOf(StagePlan stage, GroupPlan group, double? seconds) => new(
        stage.Name, group.Lengths.Format, [.. group.Variants.Select(variant => variant.Entry).Distinct()], group.Lengths.PrefixLength,
        group.Lengths.OutputLength, group.Batch, (long)group.Batch * group.Lengths.Length, group.Probability, group.Padding, seconds);
}
