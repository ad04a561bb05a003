using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>How something that a model can do is asked of it with scenes of Toybox, and how the answer is judged.</summary>
public interface IToyProtocol
{
    /// <summary>The name of the task or of the chain.</summary>
    string Name { get; }

    /// <summary>The tasks that take part.</summary>
    IReadOnlyList<string> Tasks { get; }

    /// <summary>The names of the steps; of a task its own.</summary>
    IReadOnlyList<string> StepNames => Tasks;

    /// <summary>The format in which a model is asked.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="format">The format that is wished for; null for the model's own.</param>
    /// <exception cref="VideoGenerationException">The model cannot do it; every reason is listed.</exception>
    VideoFormat FormatOf(IVideoGenerator generator, string? format);

    /// <summary>Why a model cannot be asked in a way, such as with guidance that it was not trained for; null when it can.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="options">How.</param>
    string? Obstacle(IVideoGenerator generator, VideoGenerationOptions options);

    /// <summary>Whether a scene makes a question: not every one does where only a part of it is generated.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="generator">The model.</param>
    bool Fits(ToyCase scene, IVideoGenerator generator);

    /// <summary>The prompts, each with what it is for.</summary>
    /// <param name="scene">The scene.</param>
    IReadOnlyList<(string For, string Text)> PromptsOf(ToyCase scene);

    /// <summary>What the model is shown or played, each with what it is.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="generator">The model.</param>
    IReadOnlyList<(string What, Clip Clip)> ConditionsOf(ToyCase scene, IVideoGenerator generator);

    /// <summary>Asks the model.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="scene">The scene.</param>
    /// <param name="options">How each task is generated, by its name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What each step left; of a task the only one.</returns>
    Task<IReadOnlyList<Clip>> GenerateAsync(
        IVideoGenerator generator, ToyCase scene, Func<string, bool, VideoGenerationOptions> options, CancellationToken cancellationToken);

    /// <summary>The clip that a perfect model would leave.</summary>
    /// <param name="scene">The scene.</param>
    Clip Truth(ToyCase scene);

    /// <summary>Puts what is given into a clip, as generation does.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="generator">The model, whose catalog computes views.</param>
    Clip WithGiven(ToyCase scene, Clip clip, IVideoGenerator generator) => clip;

    /// <summary>Judges the clip that the last step left.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="clip">The clip, with what of it was given.</param>
    /// <param name="generator">The model, whose catalog computes views.</param>
    Score Judge(ToyCase scene, Clip clip, IVideoGenerator generator);
}
