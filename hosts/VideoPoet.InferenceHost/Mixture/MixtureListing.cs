using VideoPoet.Specs;

namespace VideoPoet.InferenceHost.Mixture;

/// <summary>A mixture as the verb <c>mixture show</c> lists it.</summary>
internal sealed record MixtureListing(int TokenBudget, IReadOnlyList<StageListing> Stages)
{
    public static MixtureListing Of(MixtureSpec mixture, MixturePlan plan) => new(mixture.TokenBudget, [.. plan.Stages.Select(StageListing.Of)]);
}

/// <summary>A stage: the shares of all iterations at which it begins and ends, and what its steps draw.</summary>
internal sealed record StageListing(
    string Name, double Start, double End, double Share, IReadOnlyList<TaskShareListing> Tasks, IReadOnlyList<GroupListing> Groups)
{
    public static StageListing Of(StagePlan stage) => new(
        stage.Name,
        stage.Start.Value,
        stage.End.Value,
        stage.Share.Value,
        [
            .. from variant in stage.Variants
               group variant.Probability by (variant.Entry, variant.Task, Format: variant.Format.Name) into drawn
               select new TaskShareListing(drawn.Key.Entry, drawn.Key.Task, drawn.Key.Format, drawn.Sum()),
        ],
        [.. stage.Groups.Select(GroupListing.Of)]);
}

/// <summary>How often a stage draws an entry of the mixture in a format.</summary>
internal sealed record TaskShareListing(string Name, string Task, string Format, double Probability);

/// <summary>The sequences that share a batch.</summary>
internal sealed record GroupListing(
    string Format, int PrefixLength, int OutputLength, int Length, int Batch, double Probability, double Padding, IReadOnlyList<VariantListing> Tasks)
{
    public static GroupListing Of(GroupPlan group) => new(
        group.Lengths.Format,
        group.Lengths.PrefixLength,
        group.Lengths.OutputLength,
        group.Lengths.Length,
        group.Batch,
        group.Probability,
        group.Padding,
        [.. group.Variants.Select(VariantListing.Of)]);
}

/// <summary>One form of a task in a group.</summary>
internal sealed record VariantListing(
    string Name, string Task, string Parameters, IReadOnlyList<string> Inputs, string Shards, double Probability)
{
    public static VariantListing Of(MixtureVariant variant) => new(
        variant.Entry,
        variant.Task,
        variant.Parameters.ToString(),
        [.. variant.Inputs],
        variant.Data.Shards,
        variant.Probability);
}
