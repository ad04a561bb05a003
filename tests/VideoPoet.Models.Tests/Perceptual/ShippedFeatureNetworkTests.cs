using VideoPoet.Models.Perceptual;

namespace VideoPoet.Models.Tests.Perceptual;

/// <summary>What the shipped weights say of pictures that were computed, and of changes that are the same to the squared error.</summary>
public sealed class ShippedFeatureNetworkTests
{
    private const int Size = 64;

    private Tensor _pictures = null!;
    private IFeatureNetwork _network = null!;

    [OneTimeSetUp]
    public void Load()
    {
        _network = FeatureNetworkFile.Load();
        _pictures = Pictures();
    }

    [OneTimeTearDown]
    public void Free()
    {
        _network.Dispose();
        _pictures.Dispose();
    }

    [Test]
    public void The_weights_are_small() => Assert.That(new FileInfo(FeatureNetworkFile.Shipped).Length, Is.LessThan(1_500_000));

    [Test]
    public void Equal_pictures_are_no_distance_apart_and_unrelated_ones_about_1()
    {
        using var scope = NewDisposeScope();

        Assert.That(Distance(_pictures), Is.Zero);
        Assert.That(Distance(_pictures.roll(1, 0)), Is.InRange(0.3, 3));
    }

    [Test]
    public void A_shift_by_a_pixel_costs_less_than_blur_of_the_same_error()
    {
        using var scope = NewDisposeScope();

        Ordered(Shifted(), Blurred());
    }

    [Test]
    public void A_shift_by_a_pixel_costs_less_than_blocks_of_the_same_error()
    {
        using var scope = NewDisposeScope();

        Ordered(Shifted(), Blocks());
    }

    [Test]
    public void More_light_costs_less_than_blur_of_the_same_error()
    {
        using var scope = NewDisposeScope();

        Ordered(_pictures + 0.15, Blurred());
    }

    [Test]
    public void More_light_costs_less_than_noise_of_the_same_error()
    {
        using var scope = NewDisposeScope();

        Ordered(_pictures + 0.15, _pictures + randn_like(_pictures));
    }

    [Test]
    public void More_blur_costs_more()
    {
        using var scope = NewDisposeScope();

        Assert.That(Distance(Smoothed(3)), Is.LessThan(Distance(Smoothed(5))));
        Assert.That(Distance(Smoothed(5)), Is.LessThan(Distance(Smoothed(9))));
    }

    private void Ordered(Tensor nearer, Tensor farther)
    {
        var (near, far) = (Distance(nearer), Distance(WithErrorOf(farther, nearer)));
        TestContext.Out.WriteLine($"{near:g3} and {far:g3}");
        Assert.That(near, Is.LessThan(far));
    }

    private double Distance(Tensor changed) => new PerceptualLoss(_network).Of(changed, _pictures).ToDouble();

    private Tensor Shifted() => _pictures.roll(1, 3);

    private Tensor Blurred() => Smoothed(7);

    private Tensor Smoothed(long width) => nn.functional.avg_pool2d(_pictures, width, stride: 1, padding: width / 2, count_include_pad: false);

    private Tensor Blocks() => nn.functional.interpolate(nn.functional.avg_pool2d(_pictures, 8L), [Size, Size], mode: InterpolationMode.Nearest);

    /// <summary>As much of a change as has the squared error of another change, in every picture.</summary>
    private Tensor WithErrorOf(Tensor changed, Tensor other)
    {
        var change = changed - _pictures;
        return _pictures + change * (Error(other) / Error(changed)).sqrt().view(-1, 1, 1, 1);
    }

    private Tensor Error(Tensor changed) => (changed - _pictures).square().mean([1, 2, 3]);

    /// <summary>Discs, stripes and shades in all colours, of which training had none.</summary>
    private static Tensor Pictures()
    {
        manual_seed(11);
        using var scope = NewDisposeScope();
        var place = linspace(-1, 1, Size);
        var (down, right) = (place.view(1, 1, -1, 1), place.view(1, 1, 1, -1));
        const int count = 12;
        var canvas = Random(count, 3, 0.5) + right * Random(count, 3, 0.3) + down * Random(count, 3, 0.3);
        for (var disc = 0; disc < 8; disc++)
        {
            var distance = (down - Random(count, 1, 1)).square() + (right - Random(count, 1, 1)).square();
            canvas = where(distance.lt(Random(count, 1, 0.1).add(0.12)), Random(count, 3, 0.9), canvas);
        }
        var stripes = ((down * Random(count, 1, 1) + right * Random(count, 1, 1)) * 24).sin() * 0.15;
        return (canvas + stripes * down.lt(0)).clamp(-0.8, 0.8).DetachFromDisposeScope();
    }

    private static Tensor Random(int count, int channels, double reach) => (rand([count, channels, 1, 1]) * 2 - 1) * reach;
}
