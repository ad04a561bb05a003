using VideoPoet.Core;
using VideoPoet.Toybox;

namespace VideoPoet.Tests;

public sealed class TruthTests
{
    private const int Size = 160, Frames = 6;

    // The colour of every point of an object is found where its flow says, half a pixel off at most: what lies near an edge may be another colour.
    [TestCaseSource(nameof(Motions))]
    public void Colours_move_along_the_flow(Motion motion)
    {
        var scene = Scenes.One(motion);
        var frames = SceneRenderer.Draw(scene, Size, Size, Frames);
        var truth = SceneTruth.Of(scene, Size, Size, Frames);
        var (moved, same) = (0, 0);
        for (var pixel = 0; pixel < (Frames - 1) * Size * Size; pixel++)
        {
            if (truth.Masks.Span[pixel] == 0)
            {
                Assert.That((truth.Flow.Span[2 * pixel], truth.Flow.Span[2 * pixel + 1]), Is.EqualTo((0f, 0f)));
                continue;
            }
            var (frame, row, column) = (pixel / (Size * Size), pixel / Size % Size, pixel % Size);
            var (x, y) = ((int)Math.Round(column + truth.Flow.Span[2 * pixel]), (int)Math.Round(row + truth.Flow.Span[2 * pixel + 1]));
            moved++;
            if (Differs(frames, pixel, (frame + 1) * Size * Size + y * Size + x) < 30)
                same++;
        }
        Assert.That(same / (double)moved, Is.GreaterThan(0.9));
    }

    [TestCaseSource(nameof(Motions))]
    public void The_mean_flow_is_how_far_the_centre_of_the_mask_goes(Motion motion)
    {
        var scene = Scenes.One(motion, Shape.Ball);
        var truth = SceneTruth.Of(scene, Size, Size, Frames);
        for (var frame = 0; frame < Frames - 1; frame++)
        {
            var (here, there) = (Centre(truth, frame), Centre(truth, frame + 1));
            // The centre of the pixels is within a tenth of that of the disc, in both frames.
            Assert.That(here.FlowX, Is.EqualTo(there.X - here.X).Within(0.2), $"frame {frame}");
            Assert.That(here.FlowY, Is.EqualTo(there.Y - here.Y).Within(0.2), $"frame {frame}");
        }
    }

    [Test]
    public void What_leaves_at_an_edge_goes_on_there()
    {
        var scene = Scenes.One(Motion.Right);
        var truth = SceneTruth.Of(scene, 64, 64, 60);
        var rightward = truth.Flow.Span.ToArray().Where((_, i) => i % 2 == 0 && truth.Masks.Span[i / 2] > 0).ToArray();
        Assert.That(rightward, Is.All.EqualTo(0.24f * 64 / 8).Within(1e-3f));
        Assert.That(Enumerable.Range(0, 60).Any(frame => Count(truth, frame) == 0), Is.True, "it is away for a while");
        Assert.That(Count(truth, 59), Is.GreaterThan(0), "and comes in again");
    }

    [Test]
    public void The_truth_of_later_frames_is_a_part_of_that_of_all()
    {
        var scene = Scenes.One(Motion.Bounce);
        var (all, later) = (SceneTruth.Of(scene, 64, 64, 16), SceneTruth.Of(scene, 64, 64, 4, firstFrame: 12));
        Assert.That(later.Masks.ToArray(), Is.EqualTo(all.Masks[(12 * 64 * 64)..].ToArray()));
        Assert.That(later.Depth.ToArray(), Is.EqualTo(all.Depth[(12 * 64 * 64)..].ToArray()));
        Assert.That(later.Flow.ToArray(), Is.EqualTo(all.Flow[(12 * 64 * 64 * 2)..].ToArray()));
        Assert.That(later.Bounces, Is.EqualTo(all.Bounces.Where(time => time >= 1.5).Select(time => time - 1.5)));
        Assert.That(later.Bounces, Is.Not.Empty);
    }

    [Test]
    public void Outside_the_masks_there_is_only_background()
    {
        var scene = Scenes.One(Motion.Orbit);
        var frames = SceneRenderer.Draw(scene, Size, Size, 2);
        var truth = SceneTruth.Of(scene, Size, Size, 2);
        var backdrop = Backdrop.Paint(scene.Background, scene.Style, Size, Size);
        var outline = 0;
        for (var pixel = 0; pixel < truth.Masks.Length; pixel++)
        {
            var isBackground = frames.Pixels.Span.Slice(3 * pixel, 3).SequenceEqual(backdrop.AsSpan(3 * (pixel % (Size * Size)), 3));
            if (truth.Masks.Span[pixel] > 0)
                Assert.That(isBackground, Is.False);
            else if (!isBackground)
                outline++;
        }
        Assert.That(outline, Is.LessThan(0.1 * (Count(truth, 0) + Count(truth, 1))), "only pixels that the outline crosses");
    }

    [Test]
    public void Objects_are_nearer_than_the_ground_and_the_ground_than_the_wall()
    {
        var truth = SceneTruth.Of(Scenes.One(Motion.Spin), Size, Size, 1);
        var masks = truth.Masks.Span;
        var depth = truth.Depth.Span;
        for (var pixel = 0; pixel < masks.Length; pixel++)
            Assert.That(depth[pixel], masks[pixel] > 0 ? Is.EqualTo(1) : Is.InRange(1.5, 4));
        Assert.That((depth[0], depth[^1] < depth[(int)(0.7 * Size) * Size]), Is.EqualTo((4f, true)));
    }

    [TestCase(Speed.Slow)]
    [TestCase(Speed.Fast)]
    public void A_click_is_heard_when_the_object_is_lowest(Speed speed)
    {
        var scene = Scenes.One(Motion.Bounce, speed: speed);
        const int Seconds = 5;
        var bounces = SceneSound.Bounces(scene, Seconds);
        var clicks = Judge.Read(null, SceneSound.Play(scene, Seconds * VideoFormat.SampleRateHz)).Clicks!;
        Assert.That(clicks, Has.Count.EqualTo(bounces.Count).And.Count.GreaterThanOrEqualTo(3));
        for (var i = 0; i < bounces.Count; i++)
        {
            // A window of the judge's has 16 ms.
            Assert.That(clicks[i], Is.EqualTo(bounces[i]).Within(0.016));
            var heights = new[] { -0.02, 0, 0.02 }.Select(aside => new ObjectPath(scene.Objects[0], 1, 1).At(bounces[i] + aside).Y).ToArray();
            Assert.That(heights[1], Is.GreaterThan(heights[0]).And.GreaterThan(heights[2]), "down is larger");
        }
        Assert.That(SceneTruth.Of(scene, 16, 16, Seconds * 8).Bounces, Is.EqualTo(bounces));
    }

    [Test]
    public void What_does_not_bounce_makes_no_click()
    {
        foreach (var motion in Motions.Where(motion => motion != Motion.Bounce))
            Assert.That(Judge.Read(null, SceneSound.Play(Scenes.One(motion, Shape.Box), 48_000)).Clicks, Is.Empty, $"{motion}");
    }

    [Test]
    public void The_pitch_rises_with_the_object()
    {
        Assert.That(Crossings(Motion.Up), Is.GreaterThan(1.1));
        Assert.That(Crossings(Motion.Down), Is.LessThan(0.9));
        Assert.That(Crossings(Motion.Left), Is.EqualTo(1).Within(0.02));

        // How much higher a pure tone is in the second second than in the first.
        static double Crossings(Motion motion)
        {
            var samples = SceneSound.Play(Scenes.One(motion, Shape.Ball), 32_000).Samples.ToArray();
            var up = samples.Zip(samples.Skip(1)).Select(pair => pair.First < 0 && pair.Second >= 0).ToArray();
            return up[16_000..].Count(crossed => crossed) / (double)up[..16_000].Count(crossed => crossed);
        }
    }

    private static Motion[] Motions => Enum.GetValues<Motion>();

    private static double Differs(PixelFrames frames, int pixel, int other) =>
        Rgb.Read(frames.Pixels.Span.Slice(3 * pixel, 3)).DistanceTo(Rgb.Read(frames.Pixels.Span.Slice(3 * other, 3)));

    private static int Count(SceneTruth truth, int frame)
    {
        var area = truth.Width * truth.Height;
        return truth.Masks.Span.Slice(frame * area, area).ToArray().Count(mask => mask > 0);
    }

    private static (double X, double Y, double FlowX, double FlowY) Centre(SceneTruth truth, int frame)
    {
        var area = truth.Width * truth.Height;
        int[] pixels = [.. Enumerable.Range(frame * area, area).Where(pixel => truth.Masks.Span[pixel] > 0)];
        return (
            pixels.Average(pixel => pixel % truth.Width), pixels.Average(pixel => pixel % area / truth.Width),
            pixels.Average(pixel => truth.Flow.Span[2 * pixel]), pixels.Average(pixel => truth.Flow.Span[2 * pixel + 1]));
    }
}
