using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Holds what a request supplies against what a task takes, and settles which inputs a sequence has.</summary>
/// <param name="task">The name of the task.</param>
/// <param name="hasPrompt">Whether there is a prompt.</param>
/// <param name="roles">The roles in which media are supplied.</param>
internal sealed class SuppliedInputs(string task, bool hasPrompt, IReadOnlySet<MediaRole> roles)
{
    /// <summary>
    /// The definition with the optional inputs that are supplied, and without the droppable ones that are not. What is missing and what nobody
    /// takes is reported.
    /// </summary>
    public TaskDefinition Resolve(TaskDefinition asked, List<string> problems)
    {
        ReportUnused(asked, problems);
        var definition = asked;
        foreach (var input in asked.Inputs)
        {
            var isSupplied = IsSupplied(input.View.Role);
            if (input.Presence == InputPresence.Optional && isSupplied)
                definition = definition.With(input.Name);
            // What is dropped must leave something to go by, or the task is another one.
            else if (input.Presence == InputPresence.Droppable && !isSupplied && IsConditionedWithout(definition, input.Name))
                definition = definition.Without(input.Name);
        }
        var missing = definition.Conditions.Select(view => view.Role).Distinct().Where(role => !IsSupplied(role));
        problems.AddRange(missing.Select(role => $"'{task}' needs {Described(role)}."));
        return definition;
    }

    /// <summary>What guidance leaves out of a sequence: the inputs that can be dropped, and a text that is optional.</summary>
    /// <param name="asked">The definition before anything was settled.</param>
    /// <param name="definition">The definition of the sequence.</param>
    public static TaskDefinition LeaveOut(TaskDefinition asked, TaskDefinition definition)
    {
        var droppable = asked.Inputs
            .Where(input => input.Presence == InputPresence.Droppable
                || (input.Presence == InputPresence.Optional && input.View.Modality == Modality.Text))
            .Select(input => input.Name).ToHashSet();
        return definition with { Inputs = definition.PresentInputs.Where(input => !droppable.Contains(input.Name)).ToValueList() };
    }

    private static bool IsConditionedWithout(TaskDefinition definition, string input) => definition.Without(input).Conditions.Any();

    private bool IsSupplied(MediaRole role) => role == MediaRole.Prompt ? hasPrompt : roles.Contains(role);

    private void ReportUnused(TaskDefinition asked, List<string> problems)
    {
        var taken = asked.TakenRoles;
        if (hasPrompt && !taken.Contains(MediaRole.Prompt))
            problems.Add($"'{task}' takes no prompt. Leave it out.");
        if (roles.Contains(MediaRole.Prompt))
            problems.Add("a prompt is no medium; give it as the prompt.");
        problems.AddRange(roles.Where(role => role != MediaRole.Prompt && !taken.Contains(role)).Order()
            .Select(role => $"'{task}' takes no {Word(role)}. Leave it out."));
    }

    private static string Described(MediaRole role) => role switch
    {
        MediaRole.Prompt => "a prompt",
        MediaRole.FirstFrame => "the first frame: an image, or a video of which the first picture is taken",
        MediaRole.Video => "a video",
        MediaRole.Sound => "a sound, or a video with sound",
        MediaRole.Mask => "a mask: an image or a video, white where pixels are to be filled",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "unknown role."),
    };

    private static string Word(MediaRole role) => role switch
    {
        MediaRole.FirstFrame => "first frame",
        _ => role.ToString().ToLowerInvariant(),
    };
}
