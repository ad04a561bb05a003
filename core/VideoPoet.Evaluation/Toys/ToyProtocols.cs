using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation;

/// <summary>How the tasks of the paper, and its chains, are asked of a model with scenes of Toybox.</summary>
public static class ToyProtocols
{
    // What frame prediction is shown: its parameter's default.
    private const int LeadingFrames = 5;

    private const string FlowDepth = "flow-depth";

    /// <summary>The tasks, in the order in which one would show them.</summary>
    public static IReadOnlyList<IToyProtocol> Tasks { get; } =
    [
        new TaskProtocol("text-to-video", (scene, clip, _) => Attributes(
            scene.Scene, clip, frames: clip.Frames!, ("colour", r => r.Colour), ("background", r => r.Background), ("shape", r => r.Shape),
            ("motion", r => r.Motion), ("style", r => r.Style))) { Prompt = scene => scene.Text },
        new TaskProtocol("image-to-video", (scene, clip, _) => Generated(scene, clip, given: 1))
        {
            Prompt = scene => scene.Text, Roles = [MediaRole.FirstFrame],
        },
        new TaskProtocol("frame-prediction", (scene, clip, _) => Generated(scene, clip, LeadingFrames)) { Roles = [MediaRole.Video] },
        Painting("inpainting"),
        Painting("outpainting"),
        new TaskProtocol("stylization", Restyled) { Prompt = scene => scene.RestyledText, Roles = [MediaRole.Video], Goal = scene => scene.Restyled },
        new TaskProtocol("video-to-audio", (scene, clip, _) => Heard(scene, clip)) { Roles = [MediaRole.Video] },
        new TaskProtocol("audio-to-video", (scene, clip, _) => Attributes(scene.Scene, clip, clip.Frames!, ("shape", r => r.Shape)))
        {
            Roles = [MediaRole.Sound],
        },
        new TaskProtocol("audio-video-continuation", (scene, clip, _) => Attributes(
            scene.Scene, clip, Without(clip.Frames!, 1), ("identity", r => r.Identity), ("background", r => r.Background), ("timbre", r => r.Timbre)))
        {
            Roles = [MediaRole.FirstFrame, MediaRole.Sound],
        },
        new TaskProtocol("unconditional-video", (_, clip, _) => Legal(clip, moves: true)),
        new TaskProtocol("text-to-image", (scene, clip, _) => Attributes(
            scene.Scene, clip, clip.Frames!, ("colour", r => r.Colour), ("background", r => r.Background), ("shape", r => r.Shape),
            ("style", r => r.Style))) { Prompt = scene => scene.Text },
        new TaskProtocol("unconditional-image", (_, clip, _) => Legal(clip, moves: false)),
    ];

    /// <summary>The chains of the paper among some.</summary>
    /// <param name="chains">Chains by their names.</param>
    public static IReadOnlyList<IToyProtocol> Chains(IReadOnlyDictionary<string, VideoChain> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        var known = new Dictionary<string, Func<string, VideoChain, IToyProtocol>>
        {
            ["text-to-audio-video"] = (name, chain) => new ChainProtocol(name, chain, SeenAndHeard)
            {
                Prompts = Say(("text-to-video", scene => scene.Text)),
            },
            ["animate-and-stylize"] = (name, chain) => new ChainProtocol(name, chain, (scene, clip) => Both(scene, clip, Without(clip.Frames!, 1), true))
            {
                Prompts = Say(("animate", scene => scene.Text), ("stylize", scene => scene.RestyledText)),
                Role = MediaRole.FirstFrame,
                Goal = scene => scene.Restyled,
            },
            ["outpaint-and-stylize"] = (name, chain) => new ChainProtocol(name, chain, (scene, clip) => Both(scene, clip, clip.Frames!, false))
            {
                Prompts = Say(("stylize", scene => scene.RestyledText)), Role = MediaRole.Video, Goal = scene => scene.Restyled,
            },
        };
        return [.. known.Where(entry => chains.ContainsKey(entry.Key)).Select(entry => entry.Value(entry.Key, chains[entry.Key]))];
    }

    private static TaskProtocol Painting(string task) => new(task, (scene, clip, generator) =>
    {
        var part = MaskedPart.Of(scene, generator, task)!;
        var score = Attributes(
            scene.Scene, clip, part.FramesOf(clip.Frames!), ("colour", r => r.Colour), ("shape", r => r.Shape));
        return With(score, "kept", Mark.Of(part.IsKept(clip.Frames!, scene.Frames)));
    })
    {
        Prompt = scene => scene.Text,
        IsPromptOptional = true,
        Roles = [MediaRole.Video],
        Give = (scene, clip, generator) =>
            clip with { Frames = MaskedPart.Of(scene, generator, task)!.Keep(clip.Frames!, scene.Frames) },
        Takes = (scene, generator) => MaskedPart.Of(scene, generator, task) is not null,
    };

    private static Score Generated(ToyCase scene, Clip clip, int given) => Attributes(
        scene.Scene, clip, Without(clip.Frames!, given), ("identity", r => r.Identity), ("motion", r => r.Motion), ("background", r => r.Background));

    private static Score Restyled(ToyCase scene, Clip clip, IVideoGenerator generator)
    {
        var score = Attributes(
            scene.Restyled, clip, clip.Frames!, ("style", r => r.Style), ("identity", r => r.Identity), ("motion", r => r.Motion));
        var catalog = generator.GetService<RequestCheck>()!.Catalog;
        var view = catalog["stylization"].Definition.UsedViews.First(used => used.Name == FlowDepth);
        if (catalog.Missing(view) is not null)
            return score;
        // How far the structure is from that which was asked for: the view is what the model was shown of it.
        var (asked, made) = (Structure(scene.Frames), Structure(clip.Frames!));
        var distance = 0.0;
        for (var i = 0; i < asked.Length; i++)
            distance += Math.Abs(asked[i] - made[i]);
        return With(score, "flow_error", new(distance / byte.MaxValue / asked.Length, 1));

        byte[] Structure(PixelFrames frames) => catalog.Apply(view, new() { Frames = frames }).Frames!.Pixels.ToArray();
    }

    private static Score Heard(ToyCase scene, Clip clip)
    {
        var reading = new SceneReading(scene.Scene, Toybox.Judge.Read(null, clip.Sound));
        var (clicks, noClicks) = reading.Clicks(scene.Format.Duration.TotalSeconds);
        return new(new Dictionary<string, Mark> { ["timbre"] = reading.Timbre, ["clicks"] = clicks, ["no_false_clicks"] = noClicks });
    }

    private static Score Legal(Clip clip, bool moves)
    {
        var verdict = Toybox.Judge.Read(clip.Frames, null);
        var isLegal = verdict is { Background: not null, Style: not null, Objects.Count: 1 or 2 }
            && verdict.Objects.All(thing => thing is { Shape: not null, Colour: not null } && (!moves || thing.Motion is not null));
        var seen = verdict.Objects.SelectMany(thing => new[]
        {
            thing.Shape is { } shape ? $"shapes {shape}" : "", thing.Colour is { } colour ? $"colours {colour}" : "",
        });
        return new(new Dictionary<string, Mark> { ["legal"] = Mark.Of(isLegal) })
        {
            Seen = isLegal ? [.. seen.Distinct().Order(StringComparer.Ordinal)] : [],
        };
    }

    private static Score SeenAndHeard(ToyCase scene, Clip clip)
    {
        var reading = new SceneReading(scene.Scene, Toybox.Judge.Read(clip.Frames, clip.Sound));
        var (seen, heard) = (
            IsWhole(reading.Identity) && IsWhole(reading.Motion) && IsWhole(reading.Background), IsWhole(reading.Timbre));
        return new(new Dictionary<string, Mark> { ["video"] = Mark.Of(seen), ["sound"] = Mark.Of(heard), ["both"] = Mark.Of(seen && heard) });
    }

    // The last step's clip shows what the first was asked for, in the style that the second was asked for.
    private static Score Both(ToyCase scene, Clip clip, PixelFrames frames, bool moves)
    {
        var reading = new SceneReading(scene.Restyled, Toybox.Judge.Read(frames, null));
        var (first, second) = (IsWhole(reading.Identity) && (!moves || IsWhole(reading.Motion)), IsWhole(reading.Style));
        return new(new Dictionary<string, Mark> { ["content"] = Mark.Of(first), ["style"] = Mark.Of(second), ["both"] = Mark.Of(first && second) });
    }

    private static Score Attributes(Scene scene, Clip clip, PixelFrames frames, params (string Name, Func<SceneReading, Mark> Of)[] figures)
    {
        var reading = new SceneReading(scene, Toybox.Judge.Read(frames, clip.Sound));
        return new(figures.ToDictionary(figure => figure.Name, figure => figure.Of(reading)));
    }

    private static Score With(Score score, string name, Mark mark) =>
        score with { Marks = score.Marks.Append(new(name, mark)).ToDictionary() };

    private static bool IsWhole(Mark mark) => mark.Right == mark.Asked;

    // Only what was generated is judged.
    private static PixelFrames Without(PixelFrames frames, int given)
    {
        var bytes = frames.Pixels.Length / frames.Count;
        return new(frames.Pixels[(given * bytes)..], frames.Height, frames.Width);
    }

    private static Dictionary<string, Func<ToyCase, string>> Say(params (string Step, Func<ToyCase, string> Text)[] prompts) =>
        prompts.ToDictionary(prompt => prompt.Step, prompt => prompt.Text);
}
