using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Checks requests as a whole, before any medium is read and any weight is loaded. Thread-safe.</summary>
public sealed class RequestCheck
{
    private readonly GenerationModel _model;
    private readonly GenerationLimits _limits;
    private readonly VideoGenerationOptions? _defaults;

    internal RequestCheck(TaskCatalog catalog, GenerationModel model, GenerationLimits limits, VideoGenerationOptions? defaults) =>
        (Catalog, _model, _limits, _defaults) = (catalog, model, limits, defaults);

    /// <summary>The tasks.</summary>
    public TaskCatalog Catalog { get; }

    /// <summary>How a request is generated where a call does not say: as the generator's options do, else as the model's own sampling does.</summary>
    /// <param name="request">The request.</param>
    public VideoGenerationOptions DefaultsFor(VideoGenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _defaults ?? _model.Sampling.For(request.Task, request.Prompt is not null);
    }

    /// <summary>Everything about a request that keeps it from being fulfilled, but for what only its media show; empty when there is nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options.</param>
    /// <param name="roles">The roles in which media are supplied; null for those of the request.</param>
    public IReadOnlyList<string> Problems(VideoGenerationRequest request, VideoGenerationOptions options, IEnumerable<MediaRole>? roles = null)
    {
        var problems = new List<string>();
        Plan(request, options, roles, problems);
        return problems;
    }

    /// <summary>The format that a request would be generated in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="VideoGenerationException">It cannot be fulfilled as it stands; every reason is listed.</exception>
    public VideoFormat FormatOf(VideoGenerationRequest request, VideoGenerationOptions options) => Plan(request, options).Format;

    /// <summary>What is wrong with the texts and numbers of a request, for which no model has to be known; empty when there is nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options.</param>
    /// <param name="limits">What may be asked for at most.</param>
    public static IReadOnlyList<string> ProblemsOfAnyModel(VideoGenerationRequest request, VideoGenerationOptions options, GenerationLimits limits)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(limits);
        return [.. OptionsCheck.Problems(request, options, limits)];
    }

    /// <summary>Makes a plan of a request.</summary>
    /// <exception cref="VideoGenerationException">It cannot be fulfilled as it stands.</exception>
    internal GenerationPlan Plan(VideoGenerationRequest request, VideoGenerationOptions options)
    {
        var problems = new List<string>();
        return Plan(request, options, roles: null, problems) is { } plan && problems.Count == 0 ? plan : throw new VideoGenerationException(problems);
    }

    /// <summary>Makes a plan of a request as far as it goes; what keeps it from being fulfilled is reported.</summary>
    internal GenerationPlan? Plan(
        VideoGenerationRequest request, VideoGenerationOptions options, IEnumerable<MediaRole>? roles, List<string> problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        problems.AddRange(OptionsCheck.Problems(request, options, _limits));
        if (!Catalog.TryGet(request.Task, out var task))
        {
            problems.Add(Names.Unknown("task", request.Task, Catalog.Tasks.Select(known => known.Name)));
            return null;
        }
        if (Define(task, request.Parameters, problems) is not { } asked)
            return null;
        var supplied = (roles ?? request.Media.Roles).ToHashSet();
        var definition = new SuppliedInputs(task.Name, request.Prompt is not null, supplied).Resolve(asked, problems);
        problems.AddRange(definition.UsedViews.Select(Catalog.Missing).OfType<string>().Distinct().Select(missing => $"'{task.Name}': {missing}"));
        if (new FormatChoice(_model, task.Name, format => WindowOf(format) is not null).Choose(definition, options, problems) is not { } chosen)
            return null;
        var layout = SequenceLayout.Create(definition, chosen.Format, _model.Vocabulary);
        if (layout.Length > _model.Spec.LanguageModel.Context)
        {
            problems.Add(
                $"'{task.Name}' in {chosen.Format.Name} has {layout.Length} positions, and the model '{_model.Name}' takes "
                + $"{_model.Spec.LanguageModel.Context} at most. Choose a smaller format.");
        }
        var frames = chosen.Frames ?? chosen.Format.Frames;
        var extension = frames > chosen.Format.Frames ? Extend(task.Name, definition, chosen.Format, frames, problems) : null;
        var unguided = Unguided(task.Name, asked, definition, options, chosen.Format, problems);
        var made = options with { Format = chosen.Format.Name, Seed = options.Seed ?? Random.Shared.NextInt64() };
        return new(request, made, definition, layout, unguided, frames, extension);
    }

    private static TaskDefinition? Define(RegisteredTask task, TaskParameters parameters, List<string> problems)
    {
        try
        {
            return task.Define(parameters);
        }
        catch (ArgumentException exception)
        {
            problems.Add(UserMessage.Of(exception));
            return null;
        }
    }

    private ExtensionPlan? Extend(string task, TaskDefinition definition, VideoFormat format, int frames, List<string> problems)
    {
        var length = $"{frames} frames are longer than the {format.Frames} of the longest sequence of '{task}'";
        if (!definition.OutputModalities.SequenceEqual([Modality.Visual]))
        {
            problems.Add($"{length}, and only pictures without sound can be made longer. Ask for at most {format.Duration.TotalSeconds:0.###} s.");
            return null;
        }
        if (!Catalog.TryGet(ExtensionPlan.Task, out _))
        {
            problems.Add($"{length}, and the task that makes them longer, '{ExtensionPlan.Task}', is not among the plugins.");
            return null;
        }
        if (WindowOf(format) is not { } window)
        {
            problems.Add($"{length}, and the model '{_model.Name}' was not trained to go on from {ExtensionPlan.LastSecond} frames in {format.Name}.");
            return null;
        }
        var fresh = format.Frames - ExtensionPlan.LastSecond;
        return new(window.Definition, window.Layout, ExtensionPlan.LastSecond, (frames - format.Frames + fresh - 1) / fresh);
    }

    // The sequence by which a clip of a format goes on; null where no plugin has it or the model was not trained on it.
    private (TaskDefinition Definition, SequenceLayout Layout)? WindowOf(VideoFormat format)
    {
        if (!Catalog.TryGet(ExtensionPlan.Task, out var predicting))
            return null;
        var window = predicting.Define(ExtensionPlan.Parameters);
        if (window.Misfit(format) is not null)
            return null;
        var layout = SequenceLayout.Create(window, format, _model.Vocabulary);
        return _model.Trained.Have(layout) ? (window, layout) : null;
    }

    private SequenceLayout? Unguided(
        string task, TaskDefinition asked, TaskDefinition definition, VideoGenerationOptions options, VideoFormat format, List<string> problems)
    {
        // Any other number that is not 1 is reported already.
        if (options.Guidance == 1 || !double.IsFinite(options.Guidance))
            return null;
        var hasText = definition.PresentInputs.Any(input => input.View.Modality == Modality.Text);
        if (options.NegativePrompt is not null)
        {
            if (!hasText)
                problems.Add($"a negative prompt stands in the place of a prompt, and this request of '{task}' has none.");
            return hasText ? SequenceLayout.Create(definition, format, _model.Vocabulary) : null;
        }
        var left = SuppliedInputs.LeaveOut(asked, definition);
        if (left.PresentInputs.SequenceEqual(definition.PresentInputs))
        {
            problems.Add($"guidance leads away from what a sequence without its prompt is like, and this request of '{task}' has none. Use guidance 1.");
            return null;
        }
        var layout = SequenceLayout.Create(left, format, _model.Vocabulary);
        if (_model.Trained.Have(layout))
            return layout;
        problems.Add(
            $"the model '{_model.Name}' was not trained on '{task}' without its prompt in {format.Name}, which guidance needs. Use guidance 1, "
            + "or a negative prompt.");
        return null;
    }
}
