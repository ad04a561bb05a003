using VideoPoet.Core;
using VideoPoet.FlowDepth;
using VideoPoet.Models.FlowDepth;
using VideoPoet.Toybox;
using static TorchSharp.torch;

namespace VideoPoet.Tests;

public sealed class FlowDepthViewTests
{
    private const int Size = 64, Frames = 5, Still = 128;

    // What an eighth of the shorter edge becomes: the largest flow.
    private const double BytesPerPixel = 127 / (Size / 8.0);

    private static readonly FlowDepthView View = new();

    // Red for what goes across, green for what goes up and down.
    [TestCase(Motion.Right, 0, 1)]
    [TestCase(Motion.Left, 0, -1)]
    [TestCase(Motion.Down, 1, 1)]
    [TestCase(Motion.Up, 1, -1)]
    public void What_moves_has_flow_in_its_direction_and_the_background_has_none(Motion motion, int channel, int sign)
    {
        var scene = new Scene(Background.Meadow, Style.Flat, [new(Shape.Ball, Colour.Red, motion, Speed.Fast, Lane.Whole) { Across = 0.5, Down = 0.5 }]);
        var truth = SceneTruth.Of(scene, Size, Size, Frames);

        var structure = Applied(SceneRenderer.Draw(scene, Size, Size, Frames));

        const double PixelsPerFrame = 0.24 * Size / VideoFormat.FramesPerSecond;
        // Half as far off as it is large: the sign and the size, not the last digit.
        Assert.That(Mean(structure, truth, channel, isObject: true), Is.EqualTo(sign * PixelsPerFrame).Within(PixelsPerFrame / 2));
        Assert.That(Mean(structure, truth, 1 - channel, isObject: true), Is.Zero.Within(PixelsPerFrame / 2));
        // Less than a byte, with what is blurred at the edge of the object.
        Assert.That(Mean(structure, truth, channel, isObject: false), Is.Zero.Within(1 / BytesPerPixel));
    }

    [Test]
    public void Near_things_are_bluer_than_what_is_behind_them()
    {
        var scene = new ToyboxClips(new() { Clips = 1, Seed = 3, Split = Split.HeldOut }).SceneOf(0);
        var truth = SceneTruth.Of(scene, Size, Size, Frames);
        var blue = Channel(Applied(SceneRenderer.Draw(scene, Size, Size, Frames)), 2).ToArray();

        double MeanWhere(bool isObject) => blue.Where((_, pixel) => truth.Masks.Span[pixel] > 0 == isObject).Average(value => value);
        Assert.That(MeanWhere(true), Is.GreaterThan(2 * MeanWhere(false)));
    }

    [Test]
    public void A_picture_has_no_flow()
    {
        var structure = Applied(Drawn().Leading(1));
        Assert.That(Channel(structure, 0).Concat(Channel(structure, 1)), Is.All.EqualTo(Still));
    }

    [TestCase(64, 112)]
    [TestCase(112, 64)]
    [TestCase(8, 16)]
    public void The_structure_is_as_large_and_as_long_as_the_clip(int width, int height)
    {
        var structure = Applied(new(new byte[3 * width * height * PixelFrames.Channels], height, width));
        Assert.That((structure.Count, structure.Width, structure.Height), Is.EqualTo((3, width, height)));
    }

    [Test]
    public void The_same_frames_give_the_same_bytes_also_on_several_threads_at_once()
    {
        var frames = Drawn();
        var first = Applied(frames);
        Assert.That(
            Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => Applied(frames).SameAs(first)).ToArray(), Is.All.True);
    }

    [Test]
    public void Its_fingerprint_is_that_of_its_weights()
    {
        FlowDepthView With(Action<nn.Module> change) => new(() =>
        {
            var network = FlowDepthNetwork.Load(ShippedEstimator.WeightFile, CPU);
            change(network);
            return network;
        });
        var one = With(_ => { });
        var other = With(network => network.parameters().First().data<float>()[0] += 1);

        Assert.That(one.Fingerprint, Is.EqualTo(View.Fingerprint).And.Match("^[0-9a-f]{64}$"));
        Assert.That(other.Fingerprint, Is.Not.EqualTo(one.Fingerprint));
    }

    [Test]
    public void A_clip_without_frames_is_refused() => Assert.That(
        () => View.Apply(new() { Text = "a ball" }, TaskParameters.None),
        Throws.ArgumentException.With.Message.StartsWith("the view 'flow-depth' needs frames, and the clip has none."));

    [Test]
    public void Frames_that_cannot_be_halved_often_enough_are_refused() => Assert.That(
        () => Applied(new(new byte[60 * 64 * PixelFrames.Channels], 64, 60)),
        Throws.ArgumentException.With.Message.StartsWith(
            "flow and depth are estimated of frames whose width and height are multiples of 8, found 60×64."));

    [Test]
    public void Weights_that_are_not_there_are_told_with_their_place_each_time()
    {
        var view = new FlowDepthView(() => ShippedEstimator.Load("nowhere/flow-depth.safetensors"));
        for (var time = 0; time < 2; time++)
        {
            Assert.That(
                () => view.Apply(new() { Frames = Drawn() }, TaskParameters.None),
                Throws.TypeOf<IOException>().With.Message.StartsWith(
                    "the weights of the view 'flow-depth' cannot be read, and it needs them beside its plugin; install the plugin anew. ")
                    .And.Message.Contains("nowhere/flow-depth.safetensors"));
        }
    }

    [Test]
    public void Broken_weights_are_told_with_their_place()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, File.ReadAllBytes(ShippedEstimator.WeightFile)[..5_000]);
            Assert.That(
                () => new FlowDepthView(() => ShippedEstimator.Load(file)).Apply(new() { Frames = Drawn() }, TaskParameters.None),
                Throws.TypeOf<IOException>().With.Message.Contains(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static PixelFrames Drawn() => new ToyboxClips(new() { Clips = 1, Frames = Frames }).ReadFrames(0, Size, Size, VideoFormat.FramesPerSecond);

    private static PixelFrames Applied(PixelFrames frames) => View.Apply(new() { Frames = frames }, TaskParameters.None).Frames!;

    private static IEnumerable<byte> Channel(PixelFrames frames, int channel) =>
        frames.Pixels.ToArray().Where((_, place) => place % PixelFrames.Channels == channel);

    // In pixels a frame.
    private static double Mean(PixelFrames structure, SceneTruth truth, int channel, bool isObject) =>
        Channel(structure, channel).Where((_, pixel) => truth.Masks.Span[pixel] > 0 == isObject).Average(value => value - Still) / BytesPerPixel;
}
