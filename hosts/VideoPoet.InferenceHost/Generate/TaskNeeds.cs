using VideoPoet.Core;
using VideoPoet.Inference;

namespace VideoPoet.InferenceHost.Generate;

/// <summary>What a task takes, in the words of the command line.</summary>
/// <param name="task">Its name.</param>
/// <param name="definition">What it conditions on and outputs.</param>
internal sealed class TaskNeeds(string task, TaskDefinition definition)
{
    /// <summary>What the task cannot do without.</summary>
    public IEnumerable<MediaRole> Required
    {
        get
        {
            var required = definition.Inputs.Where(input => input.Presence == InputPresence.Required).Select(input => input.View)
                .Concat(definition.Outputs.Select(output => output.After).OfType<ClipView>())
                .Select(view => view.Role).Distinct().ToArray();
            // Where there is nothing else to go by, what may be dropped is needed all the same.
            return required.Length > 0 ? required : definition.PresentInputs.Select(input => input.View.Role).Distinct();
        }
    }

    /// <summary>What the task makes use of.</summary>
    public IReadOnlySet<MediaRole> Taken => definition.TakenRoles;

    /// <summary>Which options are missing, and which the task has no use for.</summary>
    /// <param name="supplied">The roles in which something is supplied.</param>
    public IEnumerable<string> Problems(IReadOnlySet<MediaRole> supplied) =>
    [
        .. Required.Where(role => !supplied.Contains(role))
            .Select(role => $"'{task}' needs {MediaOptions.NameOf(role)}. {MediaOptions.DescriptionOf(role)}"),
        .. supplied.Except(Taken).Order().Select(role => $"'{task}' takes no {MediaOptions.NameOf(role)}. Leave it out."),
    ];

    /// <summary>
    /// What would be supplied if the problems were solved, so that everything else about a request can be checked as well. No file of it is read.
    /// </summary>
    /// <param name="prompt">The prompt that is supplied.</param>
    /// <param name="media">The files that are.</param>
    public (string? Prompt, RequestMedia Media) Completed(string? prompt, IEnumerable<SuppliedMedium> media)
    {
        var completed = SuppliedMedium.ToRequest(media.Where(medium => Taken.Contains(medium.Role)));
        foreach (var role in Required.Where(role => role != MediaRole.Prompt && !completed.Roles.Contains(role)))
            completed[role] = MediaSource.FromFile(MediaOptions.NameOf(role));
        return (Taken.Contains(MediaRole.Prompt) ? prompt ?? (Required.Contains(MediaRole.Prompt) ? "" : null) : null, completed);
    }

    /// <summary>The roles in which something is supplied.</summary>
    public static HashSet<MediaRole> RolesOf(string? prompt, IEnumerable<SuppliedMedium> media) =>
        [.. media.Select(medium => medium.Role), .. prompt is null ? Array.Empty<MediaRole>() : [MediaRole.Prompt]];
}
