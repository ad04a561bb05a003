using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Media;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>How a chain of tasks is asked and judged.</summary>
/// <param name="Name">The chain.</param>
/// <param name="Chain">Its steps.</param>
/// <param name="JudgeClip">Judges what its last step left.</param>
internal sealed record ChainProtocol(string Name, VideoChain Chain, Func<ToyCase, Clip, Score> JudgeClip) : IToyProtocol
{
    /// <summary>The prompts of steps, by their titles.</summary>
    public IReadOnlyDictionary<string, Func<ToyCase, string>> Prompts { get; init; } = new Dictionary<string, Func<ToyCase, string>>();

    /// <summary>In which role the scene's own clip is shown to the first step; null for none.</summary>
    public MediaRole? Role { get; init; }

    /// <summary>The scene that a perfect answer shows.</summary>
    public Func<ToyCase, Scene> Goal { get; init; } = scene => scene.Scene;

    /// <inheritdoc/>
    public IReadOnlyList<string> Tasks => [.. Chain.Steps.Select(step => step.Task).Distinct()];

    /// <inheritdoc/>
    public IReadOnlyList<string> StepNames => [.. Chain.Steps.Select(step => step.Title)];

    /// <inheritdoc/>
    public VideoFormat FormatOf(IVideoGenerator generator, string? format)
    {
        var request = Trial(new() { Format = format });
        if (Chain.Problems(generator, request) is { Count: > 0 } problems)
            throw new VideoGenerationException(problems);
        var first = Chain.Steps[0];
        var asked = new VideoGenerationRequest(first.Task) { Prompt = request.Prompts.GetValueOrDefault(first.Title), Media = request.Media };
        return generator.GetService<RequestCheck>()!.FormatOf(asked, new() { Format = format });
    }

    /// <inheritdoc/>
    public string? Obstacle(IVideoGenerator generator, VideoGenerationOptions options) =>
        Chain.Problems(generator, Trial(options)) is [var problem, ..] ? problem : null;

    /// <inheritdoc/>
    public bool Fits(ToyCase scene, IVideoGenerator generator) => true;

    /// <inheritdoc/>
    public IReadOnlyList<(string For, string Text)> PromptsOf(ToyCase scene) =>
        [.. Chain.Steps.Where(step => Prompts.ContainsKey(step.Title)).Select(step => (step.Title, Prompts[step.Title](scene)))];

    /// <inheritdoc/>
    public IReadOnlyList<(string What, Clip Clip)> ConditionsOf(ToyCase scene, IVideoGenerator generator) => Role switch
    {
        null => [],
        MediaRole.FirstFrame => [("first-frame", new() { Frames = scene.Frames.Leading(1) })],
        _ => [("video", new() { Frames = scene.Frames })],
    };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Clip>> GenerateAsync(
        IVideoGenerator generator, ToyCase scene, Func<string, bool, VideoGenerationOptions> options, CancellationToken cancellationToken)
    {
        var request = RequestOf(
            scene.Frames, prompt => prompt(scene), (task, hasPrompt) => options(task, hasPrompt) with { Format = scene.Format.Name });
        var made = await Chain.GenerateAsync(generator, request, cancellationToken: cancellationToken).ConfigureAwait(false);
        return [.. made.Steps.Select(step => new Clip { Frames = step.Frames, Sound = step.Sound })];
    }

    /// <inheritdoc/>
    public Clip Truth(ToyCase scene) => new() { Frames = scene.Draw(Goal(scene)), Sound = scene.Sound };

    /// <inheritdoc/>
    public Score Judge(ToyCase scene, Clip clip, IVideoGenerator generator) => JudgeClip(scene, clip);

    private VideoChainRequest Trial(VideoGenerationOptions options) => RequestOf(TaskProtocol.Black.Frames!, _ => "", (_, _) => options);

    private VideoChainRequest RequestOf(
        PixelFrames frames, Func<Func<ToyCase, string>, string> say, Func<string, bool, VideoGenerationOptions> options)
    {
        var request = new VideoChainRequest
        {
            Prompts = Prompts.Where(prompt => Chain.Steps.Any(step => step.Title == prompt.Key))
                .ToDictionary(prompt => prompt.Key, prompt => say(prompt.Value)),
            TaskOptions = Chain.Steps.DistinctBy(step => step.Task)
                .ToDictionary(step => step.Task, step => options(step.Task, Prompts.ContainsKey(step.Title))),
        };
        if (Role is { } role)
            request.Media[role] = MediaSource.FromVideo(new VideoClip(frames, VideoFormat.FramesPerSecond));
        return request;
    }
}
