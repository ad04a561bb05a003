using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Media;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>How a task is asked and judged.</summary>
/// <param name="Name">The task.</param>
/// <param name="JudgeClip">Judges a clip.</param>
internal sealed record TaskProtocol(string Name, Func<ToyCase, Clip, IVideoGenerator, Score> JudgeClip) : IToyProtocol
{
    // Stands in a request that is only checked.
    internal static readonly Clip Black = new()
    {
        Frames = new(
            new byte[VideoFormat.PixelStride * VideoFormat.PixelStride * PixelFrames.Channels], VideoFormat.PixelStride, VideoFormat.PixelStride),
        Sound = new(new float[VideoFormat.SampleStride]),
    };

    /// <summary>What the request says; null for nothing.</summary>
    public Func<ToyCase, string>? Prompt { get; init; }

    /// <summary>Whether a model that was not trained with the prompt is asked without it.</summary>
    public bool IsPromptOptional { get; init; }

    /// <summary>In which roles the scene's own clip is shown or played.</summary>
    public IReadOnlyList<MediaRole> Roles { get; init; } = [];

    /// <summary>The scene that a perfect answer shows.</summary>
    public Func<ToyCase, Scene> Goal { get; init; } = scene => scene.Scene;

    /// <summary>Puts what is given into a clip.</summary>
    public Func<ToyCase, Clip, IVideoGenerator, Clip> Give { get; init; } = (_, clip, _) => clip;

    /// <summary>Which scenes make a question.</summary>
    public Func<ToyCase, IVideoGenerator, bool> Takes { get; init; } = (_, _) => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Tasks => [Name];

    /// <inheritdoc/>
    public VideoFormat FormatOf(IVideoGenerator generator, string? format)
    {
        var check = generator.GetService<RequestCheck>()!;
        var request = RequestOf(Black, HasPrompt(generator) ? "" : null);
        return check.FormatOf(request, new() { Format = format });
    }

    /// <inheritdoc/>
    public string? Obstacle(IVideoGenerator generator, VideoGenerationOptions options) => generator.GetService<RequestCheck>()!
        .Problems(RequestOf(Black, HasPrompt(generator) ? "" : null), options).FirstOrDefault();

    /// <inheritdoc/>
    public bool Fits(ToyCase scene, IVideoGenerator generator) => Takes(scene, generator);

    /// <inheritdoc/>
    public IReadOnlyList<(string For, string Text)> PromptsOf(ToyCase scene) => Prompt is null ? [] : [(Name, Prompt(scene))];

    /// <inheritdoc/>
    public IReadOnlyList<(string What, Clip Clip)> ConditionsOf(ToyCase scene, IVideoGenerator generator)
    {
        var catalog = generator.GetService<RequestCheck>()!.Catalog;
        var definition = catalog[Name].Definition;
        var views = definition.Conditions.Where(view => view.Modality != Modality.Text);
        var clip = new Clip { Frames = scene.Frames, Sound = scene.Sound };
        return [.. views.Select(view => (view.Name, catalog.Apply(view, clip)))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Clip>> GenerateAsync(
        IVideoGenerator generator, ToyCase scene, Func<string, bool, VideoGenerationOptions> options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var prompt = HasPrompt(generator) ? Prompt!(scene) : null;
        var request = RequestOf(new() { Frames = scene.Frames, Sound = scene.Sound }, prompt);
        var made = await generator.GenerateAsync(request, options(Name, prompt is not null) with { Format = scene.Format.Name }, cancellationToken)
            .ConfigureAwait(false);
        return [new() { Frames = made.Frames, Sound = made.Sound }];
    }

    /// <inheritdoc/>
    public Clip Truth(ToyCase scene) => new() { Frames = scene.Draw(Goal(scene)), Sound = scene.Sound };

    /// <inheritdoc/>
    public Clip WithGiven(ToyCase scene, Clip clip, IVideoGenerator generator) => Give(scene, clip, generator);

    /// <inheritdoc/>
    public Score Judge(ToyCase scene, Clip clip, IVideoGenerator generator) => JudgeClip(scene, clip, generator);

    private bool HasPrompt(IVideoGenerator generator) => Prompt is not null && (!IsPromptOptional || generator.GetService<RequestCheck>()!
        .Problems(RequestOf(Black, ""), new()).Count == 0);

    private VideoGenerationRequest RequestOf(Clip clip, string? prompt)
    {
        var request = new VideoGenerationRequest(Name) { Prompt = prompt };
        foreach (var role in Roles)
        {
            request.Media[role] = role == MediaRole.Sound
                ? MediaSource.FromSound(new AudioClip(clip.Sound!))
                : MediaSource.FromVideo(new VideoClip(clip.Frames!, VideoFormat.FramesPerSecond));
        }
        return request;
    }
}
