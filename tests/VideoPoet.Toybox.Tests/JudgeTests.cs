using VideoPoet.Core;
using VideoPoet.Toybox;

namespace VideoPoet.Tests;

public sealed class JudgeTests
{
    // A few clips of every kind of damage; the large sample below takes minutes.
    [TestCase("none", 64, 64)]
    [TestCase("blur", 64, 112)]
    [TestCase("half", 64, 64)]
    [TestCase("noise", 64, 64)]
    [TestCase("blocks", 64, 64)]
    [TestCase("none", 200, 136)]
    public void The_judge_reads_clips_back(string damage, int width, int height)
    {
        var trial = JudgeTrial.Of(Scenes.Of(24, seed: 11), width, height, 17, Change(damage));
        foreach (var name in JudgeTrial.Attributes)
            Assert.That(trial.Read[name].Accuracy, Is.GreaterThanOrEqualTo(0.95), $"{name}: {string.Join(", ", trial.Read[name].Wrong)}");
    }

    [Explicit("takes minutes")]
    [TestCase(64, 64)]
    [TestCase(64, 112)]
    public void Of_two_thousand_clips_at_least_98_percent_of_every_attribute_are_read_right(int width, int height)
    {
        var trial = JudgeTrial.Of(Scenes.Of(2_000, seed: 1), width, height, 17);
        foreach (var name in JudgeTrial.Attributes)
        {
            var read = trial.Read[name];
            TestContext.Out.WriteLine($"{name}: {read.Accuracy:P2} of {read.Count}; {string.Join(", ", read.Wrong)}");
            Assert.That(read.Accuracy, Is.GreaterThanOrEqualTo(0.98), name);
        }
    }

    [Test]
    public void A_moving_blob_has_a_colour_and_a_motion_and_no_shape()
    {
        var verdict = Judge.Read(Painted((frame, x, y, behind) =>
        {
            var (across, down) = (x - 0.25 - 0.03 * frame, y - 0.4);
            return behind.Mix(new(205, 30, 40), Math.Exp(-(across * across + down * down) / (2 * 0.09 * 0.09)));
        }), null);
        Assert.That(verdict.Background, Is.EqualTo(Background.Floor));
        Assert.That(verdict.Objects.Single().Shape, Is.Null);
        Assert.That(verdict.Objects.Single().Motion, Is.EqualTo(Motion.Right));
    }

    [Test]
    public void What_is_between_two_shapes_has_none()
    {
        var verdict = Judge.Read(Painted((frame, x, y, behind) =>
        {
            // A long bar: no shape is twice as wide as high.
            var isIn = Math.Abs(x - 0.25 - 0.03 * frame) < 0.21 && Math.Abs(y - 0.4) < 0.08;
            return isIn ? Palette.Of(Colour.Red).Times(0.9) : behind;
        }), null);
        Assert.That(verdict.Objects.Single().Shape, Is.Null);
    }

    [Test]
    public void What_stands_still_has_no_motion()
    {
        var frame = SceneRenderer.Draw(Scenes.One(Motion.Left), 64, 64, 1).Pixels.ToArray();
        var verdict = Judge.Read(new PixelFrames(Enumerable.Repeat(frame, 17).SelectMany(pixels => pixels).ToArray(), 64, 64), null);
        Assert.That(verdict.Objects.Single(), Is.EqualTo(new SeenObject(Shape.Star, Colour.Red, null)));
    }

    [Test]
    public void A_clip_that_runs_backwards_moves_the_other_way_and_does_not_grow()
    {
        Assert.That(Judge.Read(Backwards(Motion.Left), null).Objects.Single().Motion, Is.EqualTo(Motion.Right));
        Assert.That(Judge.Read(Backwards(Motion.Grow), null).Objects.Single().Motion, Is.Null);
    }

    [Test]
    public void A_place_that_is_not_in_Toybox_is_none_and_what_is_in_it_is_not_guessed()
    {
        var pink = new byte[17 * 64 * 64 * 3];
        for (var i = 0; i < pink.Length; i += 3)
            (pink[i], pink[i + 1], pink[i + 2]) = (255, 0, 200);
        var noise = new byte[pink.Length];
        var random = new CounterRandom(1, 2, 3);
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (byte)random.NextBelow(256);
        foreach (var pixels in new[] { pink, noise })
        {
            var verdict = Judge.Read(new PixelFrames(pixels, 64, 64), null);
            Assert.That((verdict.Background, verdict.Style, verdict.Objects.Count), Is.EqualTo(((Background?)null, (Style?)null, 0)));
        }
    }

    [Test]
    public void An_empty_place_has_no_object()
    {
        var empty = Backdrop.Paint(Background.Night, Style.Neon, 64, 112);
        var verdict = Judge.Read(new PixelFrames(Enumerable.Repeat(empty, 9).SelectMany(pixels => pixels).ToArray(), 112, 64), null);
        Assert.That((verdict.Background, verdict.Style, verdict.Objects.Count), Is.EqualTo(((Background?)Background.Night, (Style?)Style.Neon, 0)));
    }

    [Test]
    public void Silence_and_noise_have_no_timbre()
    {
        var random = new CounterRandom(4, 5, 6);
        var noise = Enumerable.Range(0, 34_000).Select(_ => (float)(0.2 * (2 * random.NextDouble() - 1))).ToArray();
        Assert.That(Judge.Read(null, new Waveform(noise)).Timbres, Is.Empty);
        var silence = Judge.Read(null, new Waveform(new float[34_000]));
        Assert.That((silence.Timbres!.Count, silence.Clicks!.Count), Is.EqualTo((0, 0)));
        var clip = Judge.Read(SceneRenderer.Draw(Scenes.One(Motion.Up), 64, 64, 5), null);
        Assert.That((clip.Timbres, clip.Clicks), Is.EqualTo(((ValueList<Shape>?)null, (ValueList<double>?)null)), "no sound is not silence");
    }

    [Test]
    public void One_frame_shows_all_but_motion()
    {
        var verdict = Judge.Read(SceneRenderer.Draw(Scenes.One(Motion.Up), 64, 64, 1), null);
        Assert.That(verdict.Objects.Single(), Is.EqualTo(new SeenObject(Shape.Star, Colour.Red, null)));
    }

    private static Func<int, PixelFrames, PixelFrames>? Change(string damage) => damage switch
    {
        "none" => null,
        "blur" => (_, frames) => Damage.Blur(frames, 1),
        "half" => (_, frames) => Damage.HalveAndBack(frames),
        "noise" => (index, frames) => Damage.Noise(frames, 10, index),
        _ => (_, frames) => Damage.Blocks(frames),
    };

    private static PixelFrames Backwards(Motion motion)
    {
        var frames = SceneRenderer.Draw(Scenes.One(motion), 64, 64, 17).Pixels.ToArray();
        return new(frames.Chunk(64 * 64 * 3).Reverse().SelectMany(pixels => pixels).ToArray(), 64, 64);
    }

    private static PixelFrames Painted(Func<int, double, double, Rgb, Rgb> paint)
    {
        const int Size = 64, Frames = 12;
        var backdrop = Backdrop.Paint(Background.Floor, Style.Flat, Size, Size);
        var pixels = new byte[Frames * backdrop.Length];
        for (var pixel = 0; pixel < Frames * Size * Size; pixel++)
        {
            var behind = Rgb.Read(backdrop.AsSpan(pixel % (Size * Size) * 3, 3));
            paint(pixel / (Size * Size), (pixel % Size + 0.5) / Size, (pixel / Size % Size + 0.5) / Size, behind).Write(pixels.AsSpan(3 * pixel, 3));
        }
        return new(pixels, Size, Size);
    }
}
