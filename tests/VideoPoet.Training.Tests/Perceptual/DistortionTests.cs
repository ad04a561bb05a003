using VideoPoet.Training.Perceptual;

namespace VideoPoet.Training.Tests.Perceptual;

public sealed class DistortionTests
{
    private static readonly IReadOnlyList<Distortion> s_all = [.. DistortionSets.Taught, .. DistortionSets.Untaught];

    [TestCaseSource(nameof(Names))]
    public void A_distortion_changes_pictures_and_takes_their_border_away(string name)
    {
        using var scope = NewDisposeScope();
        var pictures = Pictures(4);

        var changed = Apply(name, pictures, strength: 0.5);

        Assert.That(changed.shape, Is.EqualTo(new long[] { 4, 3, 32, 32 }));
        Assert.That(changed.isfinite().all().ToBoolean(), Is.True);
        Assert.That(Error(changed, pictures).gt(1e-5).all().ToBoolean(), Is.True);
    }

    [TestCaseSource(nameof(Names))]
    public void A_stronger_distortion_changes_pictures_more(string name)
    {
        using var scope = NewDisposeScope();
        var pictures = Pictures(8);

        var weak = Error(Apply(name, pictures, strength: 0.05), pictures).mean().ToSingle();
        var strong = Error(Apply(name, pictures, strength: 0.95), pictures).mean().ToSingle();

        Assert.That(strong, Is.GreaterThan(weak * 1.2));
    }

    [Test]
    public void No_distortion_that_is_taught_is_measured_with_as_untaught() =>
        Assert.That(s_all.Select(distortion => distortion.Name), Is.Unique);

    private static IEnumerable<string> Names() => s_all.Select(distortion => distortion.Name);

    private static Tensor Apply(string name, Tensor pictures, double strength)
    {
        manual_seed(3);
        return s_all.Single(distortion => distortion.Name == name).Apply(pictures, full([pictures.shape[0], 1, 1, 1], strength));
    }

    /// <summary>Smooth shapes with edges, in all colours.</summary>
    private static Tensor Pictures(int count) => TestPictures.Shapes(count, 40);

    private static Tensor Error(Tensor changed, Tensor pictures) => (changed - PictureBorder.Cut(pictures)).square().mean([1, 2, 3]);
}
