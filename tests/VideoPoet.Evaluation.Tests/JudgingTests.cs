using VideoPoet.Core;
using VideoPoet.Inference;
using VideoPoet.Inference.Tests.Generation;
using VideoPoet.Toybox;

namespace VideoPoet.Evaluation.Tests;

/// <summary>What is right is called right, and what is wrong is called wrong.</summary>
public sealed class JudgingTests
{
    private const int Scenes = 6;

    private static readonly VideoFormat s_format = new("mini-17", 64, 64, 17);

    private static readonly VideoPoetGenerator s_generator = new(SmallModel.Options);

    private static readonly IReadOnlyList<IToyProtocol> s_all =
    [
        .. ToyProtocols.Tasks,
        .. ToyProtocols.Chains(new Dictionary<string, VideoChain>
        {
            ["text-to-audio-video"] = VideoChain.Begin(new("text-to-video")).Then(new("video-to-audio")),
            ["animate-and-stylize"] = VideoChain.Begin(new("image-to-video") { Name = "animate" }).Then(new("stylization") { Name = "stylize" }),
            ["outpaint-and-stylize"] = VideoChain.Begin(new("outpainting") { Name = "outpaint" }).Then(new("stylization") { Name = "stylize" }),
        }),
    ];

    private static IEnumerable<string> Names => s_all.Select(protocol => protocol.Name);

    // What is legal does not depend on what was asked.
    private static IEnumerable<string> NamesOfWhatIsAskedFor => Names.Where(name => !name.StartsWith("unconditional", StringComparison.Ordinal));

    [OneTimeTearDown]
    public void Dispose() => s_generator.Dispose();

    [TestCaseSource(nameof(Names))]
    public void The_true_clip_is_right_in_nearly_everything(string name)
    {
        var figures = Judge(name, (protocol, scene) => protocol.Truth(scene));

        // The judge itself errs now and then, most on motions of a few frames: once in so few scenes.
        foreach (var (figure, mark) in figures)
            Assert.That(mark.Share, Is.GreaterThanOrEqualTo(0.75), figure);
    }

    [TestCaseSource(nameof(NamesOfWhatIsAskedFor))]
    public void A_clip_of_another_scene_is_wrong_in_what_counts(string name)
    {
        var figures = Judge(name, (protocol, scene) => protocol.Truth(SceneOf(scene.Index + 1_000)));

        Assert.That(figures.Values.Min(mark => mark.Share), Is.LessThanOrEqualTo(0.5));
    }

    [TestCaseSource(nameof(Names))]
    public void Noise_is_nothing(string name)
    {
        var noise = new byte[s_format.Frames * 64 * 64 * 3];
        new Random(1).NextBytes(noise);
        var sound = Enumerable.Range(0, s_format.Samples).Select(i => (float)(noise[i] / 127.5 - 1) / 2).ToArray();
        var figures = Judge(name, (_, _) => new() { Frames = new(noise, 64, 64), Sound = new(sound) }, most: 2);

        foreach (var (figure, mark) in figures.Where(figure => figure.Key is not ("clicks" or "no_false_clicks" or "kept")))
            Assert.That(mark.Share, Is.LessThanOrEqualTo(0.1), figure);
    }

    [Test]
    public void Pixels_that_were_to_be_kept_are_looked_at_one_by_one([Values("inpainting", "outpainting")] string name)
    {
        var protocol = s_all.Single(one => one.Name == name);
        var scene = Cases(protocol).First();
        var clip = protocol.WithGiven(scene, new() { Frames = new(new byte[scene.Frames.Pixels.Length], 64, 64) }, s_generator);
        Assert.That(protocol.Judge(scene, clip, s_generator).Marks["kept"], Is.EqualTo(Mark.Of(true)));

        // The corner is outside the central box, and the middle is in it.
        var pixels = clip.Frames!.Pixels.ToArray();
        pixels[name == "inpainting" ? 0 : (32 * 64 + 32) * 3] ^= 1;
        var changed = protocol.Judge(scene, new() { Frames = new(pixels, 64, 64) }, s_generator);
        Assert.That(changed.Marks["kept"], Is.EqualTo(Mark.Of(false)));
    }

    [Test]
    public void Sounds_are_held_against_touches_of_the_ground_within_a_frame()
    {
        var protocol = s_all.Single(one => one.Name == "video-to-audio");
        var bouncing = Enumerable.Range(0, 500).Select(SceneOf).First(scene => scene.Scene.Objects is [{ Motion: Motion.Bounce }]);
        Assert.That(protocol.Judge(bouncing, new() { Sound = bouncing.Sound }, s_generator).Marks["clicks"].Share, Is.EqualTo(1));

        var late = bouncing.Sound.Samples.ToArray();
        Array.Copy(bouncing.Sound.Samples.ToArray(), 0, late, 4_000, late.Length - 4_000);
        Assert.That(protocol.Judge(bouncing, new() { Sound = new(late) }, s_generator).Marks["clicks"].Share, Is.LessThan(1));
    }

    [Test]
    public void Held_out_combinations_are_asked_in_scenes_of_their_own()
    {
        var scenes = Cases(s_all[0]).SelectMany(scene => scene.Scene.Objects);
        Assert.That(scenes.All(thing => Combinations.IsHeldOut(thing.Shape, thing.Colour, thing.Motion)), Is.True);
    }

    private static Dictionary<string, Mark> Judge(string name, Func<IToyProtocol, ToyCase, Clip> clipOf, int most = Scenes)
    {
        var protocol = s_all.Single(one => one.Name == name);
        var marks = Cases(protocol).Take(most).AsParallel().SelectMany(scene => protocol.Judge(scene, clipOf(protocol, scene), s_generator).Marks).ToArray();
        return marks.GroupBy(mark => mark.Key)
            .Select(group => (group.Key, All: group.Aggregate(new Mark(0, 0), (all, mark) => all.And(mark.Value))))
            .Where(figure => figure.All.Asked > 0).ToDictionary(figure => figure.Key, figure => figure.All);
    }

    private static IEnumerable<ToyCase> Cases(IToyProtocol protocol) =>
        new ToyEvaluation(s_generator, null!, new() { Count = Scenes }).Cases(protocol, s_format);

    private static ToyCase SceneOf(int index) =>
        new(new(new() { Seed = 1_000, Split = Split.HeldOut, Clips = 10_000, Frames = s_format.Frames }), index, s_format);
}
