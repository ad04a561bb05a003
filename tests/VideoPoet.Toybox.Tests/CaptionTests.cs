using VideoPoet.Toybox;

namespace VideoPoet.Tests;

public sealed class CaptionTests
{
    private static readonly Dictionary<Motion, string[]> Verbs = new()
    {
        [Motion.Left] = ["left"],
        [Motion.Right] = ["right"],
        [Motion.Up] = [" up", "ris"],
        [Motion.Down] = ["down", "sink"],
        [Motion.Bounce] = ["bounc"],
        [Motion.Orbit] = ["circle", "circling"],
        [Motion.Grow] = ["grow", "bigger"],
        [Motion.Spin] = ["spin", "turn"],
    };

    private static readonly Dictionary<Background, string> Places = new()
    {
        [Background.Floor] = "on a blue floor",
        [Background.Meadow] = "on a green meadow",
        [Background.Beach] = "on a sandy beach",
        [Background.Street] = "on a grey street",
        [Background.Table] = "on a wooden table",
        [Background.Night] = "under a night sky",
    };

    [Test]
    public void A_caption_mentions_all_that_is_shown()
    {
        var clips = Scenes.Of(2_000, seed: 5);
        for (var index = 0; index < clips.Count; index++)
        {
            var (scene, caption) = (clips.SceneOf(index), clips.CaptionOf(index));
            Assert.That(caption, Does.Contain(Places[scene.Background]));
            foreach (var thing in scene.Objects)
            {
                Assert.That(caption, Does.Contain($"{thing.Colour} {thing.Shape}".ToLowerInvariant()));
                Assert.That(Verbs[thing.Motion].Any(caption.Contains), Is.True, $"{thing.Motion}: {caption}");
            }
            var style = scene.Style switch { Style.Flat => "", Style.Sketch => "sketch", Style.Neon => "neon", _ => "watercolour" };
            Assert.That(caption, Does.Contain(style));
            Assert.That(scene.Style == Style.Flat && (caption.Contains("sketch") || caption.Contains("neon") || caption.Contains("water")), Is.False);
            Assert.That(caption.Contains("slowly") && scene.Objects.All(thing => thing.Speed == Speed.Fast), Is.False);
        }
    }

    [Test]
    public void A_red_ball_bounces_on_a_blue_floor()
    {
        var thing = new SceneObject(Shape.Ball, Colour.Red, Motion.Bounce, Speed.Fast, Lane.Whole);
        var captions = Enumerable.Range(0, 60).Select(index => Caption.Of(new(Background.Floor, Style.Flat, [thing]), 1, index)).Distinct().ToArray();
        Assert.That(captions, Does.Contain("a red ball bounces on a blue floor").And.Contain("a red ball bouncing on a blue floor"));
        Assert.That(captions, Has.Length.GreaterThan(4), "templates vary");
    }
}
