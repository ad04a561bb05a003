namespace VideoPoet.Torch.Tests.SystemEngine;

/// <summary>What streams need: a frame has the same bits whichever other frames are computed with it.</summary>
public sealed class FrameKernelTests
{
    [TestCase(3, 24, 24)]
    [TestCase(8, 24, 9)]
    [TestCase(40, 16, 4)]
    [TestCase(16, 70, 33)]
    public void A_convolved_frame_has_the_same_bits_with_and_without_others(int channels, int width, int height)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (frames, weight, bias) = (randn([2, channels, 9, height, width]), randn([12, channels, 3, 3, 3]), randn(12));

        var whole = TorchRuntime.Current.CausalConvolution(frames, weight, bias, 2);
        var image = TorchRuntime.Current.CausalConvolution(frames.narrow(2, 0, 1), weight, bias, 2);
        var middle = TorchRuntime.Current.CausalConvolution(frames.narrow(2, 2, 5), weight, bias, 0);

        Assert.That(image.Equals(whole.narrow(2, 0, 1)), Is.True);
        Assert.That(middle.Equals(whole.narrow(2, 4, 3)), Is.True);
    }

    [Test]
    public void Frames_are_not_kept_apart_under_autocast_nor_as_doubles()
    {
        using var scope = NewDisposeScope();
        using var autocast = TorchRuntime.Current.Autocast(DeviceType.CPU);

        Assert.That(TorchRuntime.Current.KeepsFramesApart(ones(1)), Is.False);
        Assert.That(TorchRuntime.Current.KeepsFramesApart(ones(1, ScalarType.Float64)), Is.False);
    }

    [Test]
    public void A_normalised_frame_has_the_same_bits_with_and_without_others()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (frames, scale, shift) = (randn([2, 12, 9, 5, 7]), randn([1, 12, 1]), randn([1, 12, 1]));

        var whole = TorchRuntime.Current.FrameNorm(frames, scale, shift, 4, 1e-6, perFrame: true, silu: true);
        var part = TorchRuntime.Current.FrameNorm(frames.narrow(2, 3, 2), scale, shift, 4, 1e-6, perFrame: true, silu: true);

        Assert.That(part.Equals(whole.narrow(2, 3, 2)), Is.True);
    }

    [Test]
    public void The_gradient_of_a_filter_is_the_same_every_time()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var frames = randn([2, 16, 5, 24, 24]);
        var weight = randn([16, 16, 3, 3, 3]);
        weight.requires_grad = true;

        Tensor Gradient()
        {
            weight.grad = null;
            TorchRuntime.Current.CausalConvolution(frames, weight, null, 2).square().sum().backward();
            return weight.grad!.clone();
        }

        Assert.That(Gradient().Equals(Gradient()), Is.True);
    }
}
