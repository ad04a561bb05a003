using VideoPoet.Core;
using VideoPoet.Media;
using VideoPoet.Specs;

namespace VideoPoet.Inference;

/// <summary>Makes requests of steps.</summary>
internal static class ChainSteps
{
    /// <summary>The step that a file describes.</summary>
    public static ChainStep Of(ChainStepSpec spec) => new(spec.Task)
    {
        Name = spec.Name,
        Prompt = spec.Prompt,
        Parameters = spec.Parameters.Aggregate(TaskParameters.None, (all, parameter) => all.With(parameter.Key, parameter.Value)),
        Adjust = shared => Adjusted(shared, spec),
    };

    /// <summary>How a step is generated.</summary>
    public static VideoGenerationOptions OptionsOf(VideoChain chain, VideoChainRequest request, int index, RequestCheck check)
    {
        var step = chain.Steps[index];
        var made = RequestOf(chain, request, index, check.Catalog);
        var shared = request.TaskOptions.GetValueOrDefault(step.Task) ?? request.Options ?? check.DefaultsFor(made);
        // What is said for all steps holds of guidance for those that have a prompt to be guided by.
        if (made.Prompt is null)
            shared = shared with { Guidance = 1, NegativePrompt = null };
        return step.Adjust?.Invoke(shared) ?? shared;
    }

    /// <summary>The request of a step without the clip before it.</summary>
    public static VideoGenerationRequest RequestOf(VideoChain chain, VideoChainRequest request, int index, TaskCatalog catalog)
    {
        var step = chain.Steps[index];
        var made = new VideoGenerationRequest(step.Task)
        {
            Prompt = request.Prompts.GetValueOrDefault(step.Title) ?? step.Prompt ?? (TakesText(step, catalog) ? request.Prompt : null),
            Parameters = step.Parameters,
        };
        foreach (var (role, source) in step.Media.Concat(index == 0 ? request.Media : []))
            made.Media[role] = source;
        return made;
    }

    /// <summary>The roles that a step takes of the clip before it: what it cannot do without and is not given otherwise.</summary>
    public static IEnumerable<MediaRole> RolesOf(ChainStep step, TaskCatalog catalog)
    {
        if (!catalog.TryGet(step.Task, out var task))
            return [];
        return task.Definition.Inputs.Where(input => input.Presence == InputPresence.Required).Select(input => input.View.Role)
            .Concat(task.Definition.Outputs.Select(output => output.After?.Role).OfType<MediaRole>())
            .Where(role => role != MediaRole.Prompt && !step.Media.Roles.Contains(role)).Distinct();
    }

    /// <summary>What a step generates.</summary>
    public static IAsyncEnumerable<VideoGenerationUpdate> Stream(
        IVideoGenerator generator, VideoChain chain, VideoChainRequest request, int index, VideoGenerationResponse? before,
        CancellationToken cancellationToken)
    {
        var check = generator.GetService<RequestCheck>()!;
        var made = RequestOf(chain, request, index, check.Catalog);
        if (before is not null)
        {
            foreach (var role in RolesOf(chain.Steps[index], check.Catalog))
                made.Media[role] = SourceOf(before.Samples[0], role);
        }
        return generator.GenerateStreamingAsync(made, OptionsOf(chain, request, index, check), cancellationToken);
    }

    private static bool TakesText(ChainStep step, TaskCatalog catalog) =>
        !catalog.TryGet(step.Task, out var task) || task.Definition.Inputs.Any(input => input.View.Modality == Modality.Text);

    private static MediaSource SourceOf(GeneratedVideo clip, MediaRole role) => role == MediaRole.Sound
        ? MediaSource.FromSound(new AudioClip(clip.Sound!))
        : MediaSource.FromVideo(new VideoClip(clip.Frames!, VideoFormat.FramesPerSecond));

    private static VideoGenerationOptions Adjusted(VideoGenerationOptions shared, ChainStepSpec spec) => shared with
    {
        Format = spec.Format ?? shared.Format,
        Seconds = spec.Seconds ?? shared.Seconds,
        Guidance = spec.Guidance ?? shared.Guidance,
        NegativePrompt = spec.NegativePrompt ?? shared.NegativePrompt,
        Temperature = spec.Temperature ?? shared.Temperature,
        TopK = spec.TopK ?? shared.TopK,
        TopP = spec.TopP ?? shared.TopP,
    };
}
