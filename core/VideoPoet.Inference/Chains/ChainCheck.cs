using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Checks all steps of a chain before the first is begun.</summary>
/// <param name="generator">What runs it.</param>
/// <param name="chain">The chain.</param>
/// <param name="request">What it begins with.</param>
internal sealed class ChainCheck(IVideoGenerator generator, VideoChain chain, VideoChainRequest request)
{
    /// <summary>What is wrong, each with its step.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (chain.Steps.Count == 0)
            return ["a chain needs at least one step."];
        var check = generator.GetService<RequestCheck>()
            ?? throw new ArgumentException("a chain needs a generator that checks requests beforehand, such as this library's.", nameof(generator));
        var titles = chain.Steps.Select(step => step.Title).ToArray();
        var problems = request.Prompts.Keys.Where(name => !titles.Contains(name)).Select(name => Names.Unknown("step", name, titles)).ToList();
        if (request.Options is { } shared && (shared.Guidance != 1 || shared.NegativePrompt is not null) && !HasPrompt(check.Catalog))
            problems.Add("no step of the chain has a prompt that guidance could follow. Use guidance 1.");
        var before = new Left([], Frames: null);
        for (var index = 0; index < chain.Steps.Count; index++)
        {
            var found = new List<string>();
            before = Check(check, index, before, found);
            problems.AddRange(found.Select(problem => $"step {index + 1}, '{titles[index]}': {problem}"));
        }
        return problems;
    }

    private bool HasPrompt(TaskCatalog catalog) =>
        Enumerable.Range(0, chain.Steps.Count).Any(index => ChainSteps.RequestOf(chain, request, index, catalog).Prompt is not null);

    private Left Check(RequestCheck check, int index, Left before, List<string> problems)
    {
        var step = chain.Steps[index];
        var made = ChainSteps.RequestOf(chain, request, index, check.Catalog);
        var options = ChainSteps.OptionsOf(chain, request, index, check);
        if (options.Count != 1)
            problems.Add($"a chain makes one sample of each step, not {options.Count}. Run it once for each seed.");
        MediaRole[] taken = index == 0 ? []
            : [.. ChainSteps.RolesOf(step, check.Catalog).Where(role => before.Modalities.Contains(ModalityOf(role)))];
        var plan = check.Plan(made, options, made.Media.Roles.Concat(taken), problems);
        if (plan is not null && before.Frames is { } there && taken.Select(plan.FramesOf).DefaultIfEmpty(0).Max() is var needed && needed > there)
            problems.Add($"takes {needed} frames of the clip before it, which has {there}. Make that one longer, or choose a shorter format here.");
        return new(ModalitiesLeft(check.Catalog, step, before), plan?.Frames);
    }

    private static HashSet<Modality> ModalitiesLeft(TaskCatalog catalog, ChainStep step, Left before)
    {
        if (!catalog.TryGet(step.Task, out var task))
            return before.Modalities;
        return [
            .. task.Definition.OutputModalities,
            .. task.Definition.Inputs.Select(input => input.View).Where(KeptParts.IsWhole).Select(view => view.Modality),
        ];
    }

    private static Modality ModalityOf(MediaRole role) => role == MediaRole.Sound ? Modality.Audio : Modality.Visual;

    // The clip that a step leaves: what it outputs and what it was wholly given, and how long that is, where it is known.
    private sealed record Left(HashSet<Modality> Modalities, int? Frames);
}
