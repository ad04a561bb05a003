using VideoPoet.Core;
using VideoPoet.Models.FlowDepth;
using VideoPoet.Models.Tests.WeightFiles;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.FlowDepth;

public sealed class FlowDepthNetworkTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_network_estimates_the_same_after_it_was_written_and_read()
    {
        manual_seed(1);
        using var network = new FlowDepthNetwork([4, 6, 8]);
        SafetensorsWriter.Write(_folder.File("network.safetensors"), network);

        using var read = FlowDepthFile.Load(_folder.File("network.safetensors"));

        var (wanted, found) = (network.Estimate(Clip(3)), read.Estimate(Clip(3)));
        Assert.That(read.Stride, Is.EqualTo(8));
        Assert.That(found.Flow.ToArray(), Is.EqualTo(wanted.Flow.ToArray()));
        Assert.That(found.InverseDepth.ToArray(), Is.EqualTo(wanted.InverseDepth.ToArray()));
    }

    [Test]
    public void Another_networks_weights_are_refused()
    {
        var file = _folder.File("other.safetensors");
        SafetensorsWriter.Write(file, [("conv.weight", zeros(1))]);
        Assert.That(() => FlowDepthFile.Load(file), Throws.TypeOf<WeightFileException>().With.Message.Contains("it holds no network for flow and depth"));
    }

    [Test]
    public void An_estimate_leaves_no_tensor_behind()
    {
        using var network = new FlowDepthNetwork([4, 8]);
        network.Estimate(Clip(2));
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        network.Estimate(Clip(2));

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void A_frame_depends_on_those_beside_it_alone()
    {
        manual_seed(2);
        using var network = new FlowDepthNetwork([4, 8]);
        var frames = Clip(5);
        var changed = frames.Pixels.ToArray();
        changed.AsSpan(4 * changed.Length / 5).Clear();

        var (one, other) = (network.Estimate(frames).InverseDepth, network.Estimate(new(changed, frames.Height, frames.Width)).InverseDepth);

        var frame = frames.Height * frames.Width;
        Assert.That(other[..(3 * frame)].ToArray(), Is.EqualTo(one[..(3 * frame)].ToArray()).Within(1e-6));
        Assert.That(other.Slice(3 * frame, frame).ToArray(), Is.Not.EqualTo(one.Slice(3 * frame, frame).ToArray()));
    }

    [Test]
    public void Correlation_is_the_mean_product_with_each_place_around()
    {
        const int Height = 5, Width = 6, Features = 3, Radius = LocalCorrelation.Radius;
        manual_seed(3);
        using var scope = NewDisposeScope();
        var (here, there) = (randn(2, Features, Height, Width), randn(2, Features, Height, Width));

        var found = LocalCorrelation.Of(here, there);

        for (var place = 0; place < LocalCorrelation.Places; place++)
        {
            var (down, right) = (place / (2 * Radius + 1) - Radius, place % (2 * Radius + 1) - Radius);
            for (var row = 0; row < Height; row++)
            {
                for (var column = 0; column < Width; column++)
                {
                    var isInside = row + down is >= 0 and < Height && column + right is >= 0 and < Width;
                    var wanted = isInside ? here[1, .., row, column].mul(there[1, .., row + down, column + right]).mean().ToSingle() : 0;
                    Assert.That(found[1, place, row, column].ToSingle(), Is.EqualTo(wanted).Within(1e-5));
                }
            }
        }
    }

    [Test]
    public void Pixels_are_still_at_128_and_full_at_an_eighth_of_the_shorter_edge()
    {
        float[] flow = [0, 0, 1, -1, 20, -20, 0.5f, 0];
        var pixels = FlowDepthPixels.Of(new(flow, new[] { 1, 0.25f, 2, -1 }), height: 1, width: 4).Pixels.ToArray();
        // The shorter edge is 1 pixel: an eighth of it is full.
        Assert.That(pixels, Is.EqualTo(new byte[] { 128, 128, 255, 255, 1, 64, 255, 1, 255, 255, 128, 0 }));
    }

    private static PixelFrames Clip(int frames)
    {
        var pixels = new byte[frames * 16 * 24 * PixelFrames.Channels];
        new Random(4).NextBytes(pixels);
        return new(pixels, 16, 24);
    }
}
