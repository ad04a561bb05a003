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
        IReadOnlySet<Modality> before = new HashSet<Modality>();
        for (var index = 0; index < chain.Steps.Count; index++)
        {
            var found = Problems(check, index, before).ToArray();
            problems.AddRange(found.Select(problem => $"step {index + 1}, '{titles[index]}': {problem}"));
            before = Left(check.Catalog, chain.Steps[index], before);
        }
        return problems;
    }

    private IEnumerable<string> Problems(RequestCheck check, int index, IReadOnlySet<Modality> before)
    {
        var step = chain.Steps[index];
        var made = ChainSteps.RequestOf(chain, request, index, check.Catalog);
        var options = ChainSteps.OptionsOf(chain, request, index, check);
        if (options.Count != 1)
            yield return $"a chain makes one sample of each step, not {options.Count}. Run it once for each seed.";
        var taken = index == 0 ? [] : ChainSteps.RolesOf(step, check.Catalog).Where(role => before.Contains(ModalityOf(role)));
        foreach (var problem in check.Problems(made, options, made.Media.Roles.Concat(taken)))
            yield return problem;
    }

    // The clip that a step leaves: what it outputs, and what it was wholly given.
    private static HashSet<Modality> Left(TaskCatalog catalog, ChainStep step, IReadOnlySet<Modality> before)
    {
        if (!catalog.TryGet(step.Task, out var task))
            return [.. before];
        return [
            .. task.Definition.OutputModalities,
            .. task.Definition.Inputs.Select(input => input.View).Where(KeptParts.IsWhole).Select(view => view.Modality),
        ];
    }

    private static Modality ModalityOf(MediaRole role) => role == MediaRole.Sound ? Modality.Audio : Modality.Visual;
}
