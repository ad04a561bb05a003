namespace OpenCvSharp.Tests;

/// <summary>Compares with pictures that References/make_references.py computed from the formulas, without OpenCV.</summary>
public sealed class ReferenceTests
{
    // OpenCV computes 8-bit pictures in fixed point: one step of 255 may differ from the rounded formula.
    private const double OneStep = 1;

    [Test]
    public void Gray_weighs_red_green_and_blue()
    {
        Compare("gray.pgm", picture => picture.CvtColor(ColorConversionCodes.BGR2GRAY));
    }

    [TestCase("cubic.ppm", InterpolationFlags.Cubic)]
    [TestCase("linear.ppm", InterpolationFlags.Linear)]
    public void Resizing_interpolates(string reference, InterpolationFlags interpolation)
    {
        Compare(reference, picture => picture.Resize(new Size(61, 101), 0, 0, interpolation));
    }

    [Test]
    public void Resizing_by_area_takes_means()
    {
        Compare("area.ppm", picture => picture.Resize(new Size(32, 24), 0, 0, InterpolationFlags.Area));
    }

    [Test]
    public void Blurring_weighs_with_a_gaussian_and_mirrors_at_the_border()
    {
        Compare("blur.ppm", picture => picture.GaussianBlur(new Size(7, 7), 1.5));
    }

    private static void Compare(string reference, Func<Mat, Mat> compute)
    {
        using var picture = Pictures.Read("frame0.ppm");
        using var expected = Pictures.Read(reference);
        using var actual = compute(picture);

        var difference = Pictures.LargestDifference(expected, actual);

        TestContext.Out.WriteLine($"{reference}: largest difference {difference}");
        Assert.That(difference, Is.LessThanOrEqualTo(OneStep));
    }
}
