using VideoPoet.Core;

namespace VideoPoet.Specs;

/// <summary>
/// How a mixture is drawn: stage by stage the groups of sequences of one length, their batch sizes and their probabilities. One group is
/// drawn each step, so a batch needs no padding (paper §4.2).
/// </summary>
/// <param name="Stages">The stages in order; together they cover all iterations.</param>
public sealed record MixturePlan(ValueList<StagePlan> Stages)
{
    /// <summary>Plans a mixture.</summary>
    /// <param name="mixture">The mixture, as a <see cref="SpecReader"/> gives it.</param>
    /// <param name="catalog">The tasks.</param>
    /// <param name="vocabulary">The vocabulary; task and format tokens that it lacks are taken in.</param>
    public static MixturePlan Create(MixtureSpec mixture, TaskCatalog catalog, UnifiedVocabulary vocabulary)
    {
        var formats = mixture.CreateFormats();
        var complete = vocabulary.With(catalog.Tokens).With(formats);
        var drawn = mixture.Tasks.ToDictionary(pair => pair.Key, pair => VariantsOf(pair.Key, pair.Value, mixture, catalog, formats, complete));
        var start = 0.0;
        var stages = new List<StagePlan>();
        foreach (var stage in StagesOf(mixture))
        {
            var end = stage.Until?.Value ?? 1;
            var groups = GroupsOf(mixture, drawn, EntryProbabilities(mixture, stage));
            stages.Add(new(stage.Name, new(start), new(end), groups));
            start = end;
        }
        return new(stages.ToValueList());
    }

    /// <summary>The batch size of a length group: as many sequences as the budget of output tokens holds, and at least one.</summary>
    /// <param name="tokenBudget">Output tokens of one step.</param>
    /// <param name="outputLength">Output positions of one sequence.</param>
    public static int BatchSize(int tokenBudget, int outputLength) => Math.Max(1, tokenBudget / outputLength);

    // Without stages, every group weighs as much as its tasks together, so that tasks are drawn by their own weights.
    private static IEnumerable<StageSpec> StagesOf(MixtureSpec mixture) => mixture.Stages.Count > 0
        ? mixture.Stages
        : [new() { Name = "all", Weights = TaskWeights(mixture) }];

    private static Dictionary<string, double> TaskWeights(MixtureSpec mixture) =>
        mixture.Tasks.Values.GroupBy(entry => entry.Group).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Weight));

    private static Dictionary<string, double> EntryProbabilities(MixtureSpec mixture, StageSpec stage)
    {
        var all = stage.Weights.Values.Sum();
        var tasks = TaskWeights(mixture);
        return mixture.Tasks
            .Where(pair => stage.Weights[pair.Value.Group] > 0 && pair.Value.Weight > 0)
            .ToDictionary(pair => pair.Key, pair => stage.Weights[pair.Value.Group] / all * (pair.Value.Weight / tasks[pair.Value.Group]));
    }

    private static List<MixtureVariant> VariantsOf(
        string name, MixtureTaskSpec entry, MixtureSpec mixture, TaskCatalog catalog, VideoFormats formats, UnifiedVocabulary vocabulary)
    {
        var task = catalog[entry.Task ?? name];
        var forms = MixtureForms.Of(task, entry).ToList();
        var chosen = entry.Formats.Count > 0
            ? entry.Formats.Select(format => formats[format]).ToList()
            : mixture.DefaultsOf(formats).Where(format => forms.All(form => form.Definition.Misfit(format) is null)).ToList();
        return
        [
            .. from format in chosen
               from form in forms
               let layout = SequenceLayout.Create(form.Definition, format, vocabulary)
               select new MixtureVariant(
                   name, task.Name, form.Definition, form.Parameters, layout, mixture.Data[entry.Data], form.Probability / chosen.Count),
        ];
    }

    private static ValueList<GroupPlan> GroupsOf(
        MixtureSpec mixture, Dictionary<string, List<MixtureVariant>> drawn, Dictionary<string, double> probabilities)
    {
        var variants = from entry in probabilities
                       from variant in drawn[entry.Key]
                       select variant with { Probability = entry.Value * variant.Probability };
        return variants.GroupBy(variant => variant.Layout.Group)
            .OrderBy(group => group.Key.Length).ThenBy(group => group.Key.Format, StringComparer.Ordinal)
            .Select(group => new GroupPlan(group.Key, BatchSize(mixture.TokenBudget, group.Key.OutputLength), group.ToValueList()))
            .ToValueList();
    }
}

/// <summary>One stage of a plan.</summary>
/// <param name="Name">The stage's name.</param>
/// <param name="Start">The share of all iterations after which it begins.</param>
/// <param name="End">The share of all iterations after which it ends.</param>
/// <param name="Groups">The length groups, shortest first; their probabilities sum to 1.</param>
public sealed record StagePlan(string Name, Share Start, Share End, ValueList<GroupPlan> Groups)
{
    /// <summary>The share of all iterations that the stage takes.</summary>
    public Share Share => new(End.Value - Start.Value);

    /// <summary>The forms of tasks in all groups.</summary>
    public IEnumerable<MixtureVariant> Variants => Groups.SelectMany(group => group.Variants);
}

/// <summary>The sequences that may share a batch.</summary>
/// <param name="Lengths">The prefix length, the output length and the format of every sequence.</param>
/// <param name="Batch">The sequences of one batch.</param>
/// <param name="Variants">The forms of tasks in the group; their probabilities are those of a step of the stage.</param>
public sealed record GroupPlan(LengthGroup Lengths, int Batch, ValueList<MixtureVariant> Variants)
{
    /// <summary>The probability that a step of the stage draws the group.</summary>
    public double Probability => Variants.Sum(variant => variant.Probability);

    /// <summary>The expected share of a batch's positions that hold no part of a sequence.</summary>
    public double Padding
    {
        get
        {
            var longest = Variants.Max(variant => variant.Layout.Length);
            return Variants.Sum(variant => variant.Probability * (longest - variant.Layout.Length)) / (Probability * longest);
        }
    }
}
