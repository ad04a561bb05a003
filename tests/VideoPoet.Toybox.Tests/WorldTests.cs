using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using VideoPoet.Core;
using VideoPoet.Toybox;

namespace VideoPoet.Tests;

public sealed class WorldTests
{
    // A change of a line changes every dataset that was made of Toybox: raise Scene.Version then.
    [Test]
    public void Pixels_samples_and_captions_are_the_same_for_ever()
    {
        var clips = Scenes.Of(12, seed: 7);
        var lines = Enumerable.Range(0, clips.Count).Select(index => string.Join('\n',
            clips.Describe(index).Content,
            "  " + clips.CaptionOf(index),
            "  64x64    " + Hash(clips.ReadFrames(index, 64, 64, 8).Pixels.Span),
            "  48x80@20 " + Hash(clips.ReadFrames(index, 48, 80, 20).Pixels.Span),
            "  sound    " + Hash(MemoryMarshal.AsBytes(clips.ReadSound(index)!.Samples.Span))));
        GoldenFile.Check("clips.txt", string.Join('\n', lines) + "\n");
    }

    [Test]
    public void A_part_of_a_longer_clip_is_what_the_whole_shows_there()
    {
        var scene = Scenes.One(Motion.Orbit);
        var whole = SceneRenderer.Draw(scene, 32, 40, 12);
        var part = SceneRenderer.Draw(scene, 32, 40, 4, firstFrame: 8);
        Assert.That(part.Pixels.Span.SequenceEqual(whole.Pixels.Span[^part.Pixels.Length..]), Is.True);
    }

    [Test]
    public void A_higher_rate_shows_the_same_moments_and_others_between()
    {
        var scene = Scenes.One(Motion.Left);
        var (slow, fast) = (SceneRenderer.Draw(scene, 32, 32, 5), SceneRenderer.Draw(scene, 32, 32, 9, framesPerSecond: 16));
        for (var frame = 0; frame < slow.Count; frame++)
            Assert.That(Frame(fast, 2 * frame).SequenceEqual(Frame(slow, frame)), Is.True, $"frame {frame}");
    }

    [Test]
    public void Every_value_occurs_in_training_and_no_combination_that_is_held_out()
    {
        var scenes = Enumerable.Range(0, 4_000).Select(Scenes.Of(4_000, seed: 1, Split.Train).SceneOf).ToArray();
        var things = scenes.SelectMany(scene => scene.Objects).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(things.Where(thing => Combinations.IsHeldOut(thing.Shape, thing.Colour, thing.Motion)), Is.Empty);
            Assert.That(scenes.Select(scene => (scene.Background, scene.Style)).Distinct().Count(), Is.EqualTo(6 * 4));
            Assert.That(things.Select(thing => (thing.Shape, thing.Colour)).Distinct().Count(), Is.EqualTo(6 * 8));
            Assert.That(things.Select(thing => (thing.Shape, thing.Motion)).Distinct().Count(), Is.EqualTo(6 * 8));
            Assert.That(things.Select(thing => (thing.Colour, thing.Motion)).Distinct().Count(), Is.EqualTo(8 * 8));
            Assert.That(things.Select(thing => (thing.Motion, thing.Speed)).Distinct().Count(), Is.EqualTo(8 * 2));
            Assert.That(scenes.Count(scene => scene.Objects.Count == 2), Is.InRange(600, 1_000));
        });
    }

    [Test]
    public void Held_out_clips_show_only_combinations_that_are_held_out()
    {
        var clips = Scenes.Of(1_000, seed: 1, Split.HeldOut);
        var things = Enumerable.Range(0, clips.Count).SelectMany(index => clips.SceneOf(index).Objects).ToArray();
        Assert.That(things.All(thing => Combinations.IsHeldOut(thing.Shape, thing.Colour, thing.Motion)), Is.True);
        Assert.That(things.Select(thing => (thing.Shape, thing.Colour)).Distinct().Count(), Is.EqualTo(48), "one motion for each shape and colour");
    }

    [Test]
    public void The_whole_object_is_in_the_frame_for_two_seconds()
    {
        var clips = Scenes.Of(300, seed: 3);
        for (var index = 0; index < clips.Count; index++)
        {
            var truth = SceneTruth.Of(clips.SceneOf(index), 64, 64, 17);
            for (var pixel = 0; pixel < truth.Masks.Length; pixel++)
            {
                var (row, column) = (pixel / 64 % 64, pixel % 64);
                if (row is 0 or 63 || column is 0 or 63)
                    Assert.That(truth.Masks.Span[pixel], Is.Zero, $"clip {index}: {clips.SceneOf(index)}");
            }
        }
    }

    [Test]
    public void Two_objects_never_touch()
    {
        var clips = Scenes.Of(100, seed: 4, objects: ObjectCount.Two);
        foreach (var scene in Enumerable.Range(0, clips.Count).Select(clips.SceneOf))
        {
            var both = SceneTruth.Of(scene, 64, 64, 17).Masks.Span.ToArray();
            var second = SceneTruth.Of(scene with { Objects = [scene.Objects[1]] }, 64, 64, 17).Masks.Span.ToArray();
            Assert.That(second.Count(mask => mask == 1), Is.EqualTo(both.Count(mask => mask == 2)), $"{scene}");
        }
    }

    [Test]
    public void An_object_is_about_40_percent_of_the_frame_and_spins_at_most_20_degrees_a_frame()
    {
        foreach (var shape in Enum.GetValues<Shape>())
        {
            var masks = SceneTruth.Of(Scenes.One(Motion.Left, shape), 200, 200, 1).Masks.Span.ToArray();
            var rows = Enumerable.Range(0, masks.Length).Where(pixel => masks[pixel] > 0).Select(pixel => pixel / 200).ToArray();
            Assert.That((rows.Max() - rows.Min() + 1) / 200.0, Is.InRange(0.33, 0.45), $"{shape}");
        }
        Assert.That(ObjectPath.RateOf(Motion.Spin, Speed.Fast) * 360 / 8, Is.EqualTo(20).Within(1e-9));
    }

    [TestCase("clips=0", "at least 1")]
    [TestCase("style=oil", "flat, sketch, neon, watercolour")]
    public void Values_that_are_not_valid_are_refused_with_what_would_be(string option, string said)
    {
        var parts = option.Split('=');
        Assert.That(
            () => ToyboxOptions.Of(TaskParameters.None.With(parts[0], parts[1])), Throws.InstanceOf<ArgumentException>().With.Message.Contains(said));
    }

    [Test]
    public void Functions_that_are_the_same_on_every_machine_are_right()
    {
        for (var x = -3.0; x <= 3; x += 0.01)
        {
            Assert.That(Exact.Sin(x), Is.EqualTo(Math.Sin(x * Math.Tau)).Within(1e-9), x.ToString(CultureInfo.InvariantCulture));
            Assert.That(Exact.PowerOfTwo(x), Is.EqualTo(Math.Pow(2, x)).Within(1e-8));
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];

    private static ReadOnlySpan<byte> Frame(PixelFrames frames, int number)
    {
        var length = frames.Pixels.Length / frames.Count;
        return frames.Pixels.Span.Slice(number * length, length);
    }
}
