namespace OpenCvSharp.Tests;

public sealed class FlowTests
{
    [Test]
    public void Flow_finds_the_motion_with_which_the_pictures_were_drawn()
    {
        // As in References/make_references.py: turned by an angle about the centre, then shifted.
        const double angle = 0.03, shiftX = 1.7, shiftY = -1.2;
        const int border = 12;
        using var first = Pictures.Read("frame0.ppm", ImreadModes.Grayscale);
        using var second = Pictures.Read("frame1.ppm", ImreadModes.Grayscale);
        using var flow = new Mat();

        Cv2.CalcOpticalFlowFarneback(first, second, flow, 0.5, 3, 15, 5, 7, 1.5, OpticalFlowFlags.FarnebackGaussian);

        Assert.That((flow.Type(), flow.Size()), Is.EqualTo((MatType.CV_32FC2, first.Size())));
        var errors = new List<double>();
        var (rows, columns) = (flow.Rows, flow.Cols);
        for (var y = border; y < rows - border; y++)
        {
            for (var x = border; x < columns - border; x++)
            {
                var (u, v) = (x - ((columns - 1) / 2.0), y - ((rows - 1) / 2.0));
                var expectedX = (u * Math.Cos(angle)) - (v * Math.Sin(angle)) + shiftX - u;
                var expectedY = (u * Math.Sin(angle)) + (v * Math.Cos(angle)) + shiftY - v;
                var (actualX, actualY) = flow.Get<Vec2f>(y, x);
                errors.Add(Math.Sqrt(Math.Pow(actualX - expectedX, 2) + Math.Pow(actualY - expectedY, 2)));
            }
        }
        TestContext.Out.WriteLine($"mean error {errors.Average():F4} pixels, largest {errors.Max():F4}");

        // Points move by 1 to 4 pixels; averaging over the window and 8-bit pictures leave less than a tenth of a pixel.
        Assert.That(errors.Average(), Is.LessThan(0.1));
        Assert.That(errors.Max(), Is.LessThan(0.3));
    }

    [Test]
    public void Flow_needs_pictures_of_one_size()
    {
        using var first = new Mat(32, 32, MatType.CV_8UC1, Scalar.All(0));
        using var second = new Mat(32, 31, MatType.CV_8UC1, Scalar.All(0));
        using var flow = new Mat();

        var error = Assert.Throws<OpenCVException>(
            () => Cv2.CalcOpticalFlowFarneback(first, second, flow, 0.5, 1, 15, 1, 5, 1.2, OpticalFlowFlags.None));

        Assert.That(error.Message, Does.Contain("prev0.size() == next0.size()"));
    }
}
