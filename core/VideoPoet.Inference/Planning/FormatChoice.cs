using VideoPoet.Core;

namespace VideoPoet.Inference;

/// <summary>Chooses the format of a sequence among those that the model was trained on.</summary>
/// <param name="model">The model.</param>
/// <param name="task">The name of the task, for messages.</param>
/// <param name="goesOn">Whether a clip of a format can be made longer than its sequence.</param>
internal sealed class FormatChoice(GenerationModel model, string task, Func<VideoFormat, bool> goesOn)
{
    /// <summary>Chooses.</summary>
    /// <param name="definition">What the sequence conditions on and outputs.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="problems">Gets what keeps from it.</param>
    /// <returns>The format, and the frames of the output where another length is asked for; null when there is none.</returns>
    public (VideoFormat Format, int? Frames)? Choose(TaskDefinition definition, VideoGenerationOptions options, List<string> problems)
    {
        if (!model.Vocabulary.Tokens.Entries.ContainsKey($"task:{definition.Token.Name}"))
        {
            problems.Add(
                $"the model '{model.Name}' does not know '{task}': its vocabulary has no token 'task:{definition.Token.Name}'. Choose a model that was "
                + "trained on it.");
            return null;
        }
        var known = model.Trained.FormatsOf(definition).ToArray();
        if (known.Length == 0)
        {
            problems.Add($"the model '{model.Name}' was not trained on '{task}' with {Inputs(definition)}. It was trained on {Trained()}.");
            return null;
        }
        var format = options.Format is null ? Usual(known) : Named(options.Format, definition, known, problems);
        if (format is null || options.Seconds is not { } seconds || !(seconds > 0) || !double.IsFinite(seconds))
            return format is null ? null : (format, null);
        if (format.Kind == FormatKinds.Image)
        {
            problems.Add($"'{task}' makes images in {format.Name}, which last no time. Leave the seconds out.");
            return null;
        }
        var frames = (int)Math.Clamp(Math.Round(seconds * VideoFormat.FramesPerSecond), 1, int.MaxValue);
        var sized = known.Append(format).Where(one => (one.Width, one.Height) == (format.Width, format.Height) && one.Kind == FormatKinds.Video).ToArray();
        var chosen = sized.Where(one => one.Frames >= frames).MinBy(one => one.Frames)
            ?? sized.Where(goesOn).MaxBy(one => one.Frames)
            ?? sized.MaxBy(one => one.Frames)!;
        return (chosen, frames);
    }

    // A video where there is one: an image is asked for by a task of its own.
    private static VideoFormat Usual(VideoFormat[] known) => known.FirstOrDefault(format => format.Kind == FormatKinds.Video) ?? known[0];

    private VideoFormat? Named(string name, TaskDefinition definition, VideoFormat[] known, List<string> problems)
    {
        if (Array.Find(known, format => format.Name == name) is { } trained)
            return trained;
        VideoFormat asked;
        try
        {
            asked = VideoFormats.BuiltIn.Find(name);
        }
        catch (ArgumentException) when (model.Trained.FormatNames.Contains(name))
        {
            problems.Add($"the model '{model.Name}' was not trained on '{task}' in {name}. Choose {Choices(known)}.");
            return null;
        }
        catch (ArgumentException exception)
        {
            problems.Add($"{UserMessage.Of(exception)} For '{task}' the model '{model.Name}' has {Choices(known)}.");
            return null;
        }
        if (definition.Misfit(asked) is { } misfit)
            problems.Add($"'{task}' does not support the format '{name}': {misfit}. Choose {Choices(known)}.");
        else if (Array.Find(known, one => (one.Width, one.Height, one.Frames) == (asked.Width, asked.Height, asked.Frames)) is { } same)
            return same;
        else
            problems.Add($"the model '{model.Name}' was not trained on '{task}' in {asked}. Choose {Choices(known)}.");
        return null;
    }

    private static string Inputs(TaskDefinition definition) =>
        definition.PresentInputs.Any() ? string.Join(" and ", definition.PresentInputs.Select(input => input.Name)) : "no inputs";

    private static string Choices(VideoFormat[] known) => string.Join(", ", known.Select(format => format.ToString()));

    private string Trained() => model.Trained.AreKnown ? string.Join(", ", model.Trained.Names) : "nothing that is known";
}
