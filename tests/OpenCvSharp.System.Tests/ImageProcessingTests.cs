namespace OpenCvSharp.Tests;

public sealed class ImageProcessingTests
{
    [Test]
    public void Bicubic_doubling_weighs_four_pixels_with_the_coefficients_of_the_formula()
    {
        // A new pixel lies a quarter pixel beside an old one: the kernel with a = −0.75 at 1.25, 0.25, 0.75 and 1.75 pixels.
        const float far1 = -0.10546875f, near1 = 0.87890625f, near2 = 0.26171875f, far2 = -0.03515625f;
        using var impulse = Mat.FromArray(new float[,] { { 0, 0, 0, 1, 0, 0, 0, 0 } });

        using var doubled = impulse.Resize(new Size(16, 1), 0, 0, InterpolationFlags.Cubic);

        doubled.GetArray(out float[] row);
        Assert.That(row, Is.EqualTo(new[] { 0, 0, 0, far2, far1, near2, near1, near1, near2, far1, far2, 0, 0, 0, 0, 0 }));
    }

    [Test]
    public void A_factor_resizes_as_a_size_does()
    {
        using var picture = Pictures.Read("frame0.ppm");
        using var bySize = picture.Resize(new Size(48, 36));
        using var byFactor = picture.Resize(default, 0.5, 0.5);

        Assert.That(Pictures.LargestDifference(bySize, byFactor), Is.Zero);
    }

    [Test]
    public void Resizing_needs_pixels_and_a_size()
    {
        using var empty = new Mat();
        using var image = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(0));

        var noPixels = Assert.Throws<OpenCVException>(() => empty.Resize(new Size(4, 4)));
        var noSize = Assert.Throws<OpenCVException>(() => image.Resize(new Size(0, 0)));

        Assert.That(noPixels.Message, Is.EqualTo("!ssize.empty()"));
        Assert.That((noPixels.ErrMsg, noPixels.FuncName), Is.EqualTo(("!ssize.empty()", "resize")));
        Assert.That(Path.GetFileName(noPixels.FileName), Is.EqualTo("resize.cpp"));
        Assert.That(noPixels.Line, Is.Positive);
        Assert.That(noSize.Message, Does.Contain("inv_scale_x > 0"));
    }

    [Test]
    public void Colours_swap_and_come_back()
    {
        using var bgr = new Mat(1, 1, MatType.CV_8UC3, new Scalar(10, 20, 30));
        using var rgb = bgr.CvtColor(ColorConversionCodes.BGR2RGB);
        using var hsv = bgr.CvtColor(ColorConversionCodes.BGR2HSV);

        Assert.That(rgb.Get<Vec3b>(0, 0), Is.EqualTo(new Vec3b(30, 20, 10)));
        // Hue 30° in steps of 2°, saturation 20 ÷ 30 of 255, value 30.
        Assert.That(hsv.Get<Vec3b>(0, 0), Is.EqualTo(new Vec3b(15, 170, 30)));
    }

    [Test]
    public void A_conversion_needs_its_channels()
    {
        using var gray = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(0));

        var error = Assert.Throws<OpenCVException>(() => gray.CvtColor(ColorConversionCodes.BGR2GRAY));

        Assert.That(error.Message, Does.Contain("Invalid number of channels in input image"));
    }

    [Test]
    public void A_blur_needs_an_odd_window()
    {
        using var image = new Mat(8, 8, MatType.CV_8UC1, Scalar.All(0));

        var error = Assert.Throws<OpenCVException>(() => image.GaussianBlur(new Size(4, 4), 1));

        Assert.That(error.Message, Does.Contain("ksize.width % 2 == 1"));
    }

    [TestCase(BorderTypes.Constant, new byte[] { 9, 9, 1, 2, 3, 9 })]
    [TestCase(BorderTypes.Replicate, new byte[] { 1, 1, 1, 2, 3, 3 })]
    [TestCase(BorderTypes.Reflect, new byte[] { 2, 1, 1, 2, 3, 3 })]
    [TestCase(BorderTypes.Reflect101, new byte[] { 3, 2, 1, 2, 3, 2 })]
    [TestCase(BorderTypes.Wrap, new byte[] { 2, 3, 1, 2, 3, 1 })]
    public void A_border_is_made_up_as_its_kind_says(BorderTypes kind, byte[] expected)
    {
        using var row = Mat.FromArray(new byte[,] { { 1, 2, 3 } });
        using var bordered = row.CopyMakeBorder(0, 0, 2, 1, kind, new Scalar(9));

        bordered.GetArray(out byte[] actual);

        Assert.That(actual, Is.EqualTo(expected));
    }

    [Test]
    public void Channels_come_apart_and_go_together()
    {
        using var picture = Pictures.Read("frame0.ppm");
        var channels = Cv2.Split(picture);
        using var together = new Mat();
        Cv2.Merge(channels, together);
        using var green = picture.ExtractChannel(1);

        Assert.That(channels, Has.Length.EqualTo(3));
        Assert.That(Pictures.LargestDifference(picture, together), Is.Zero);
        Assert.That(Pictures.LargestDifference(channels[1], green), Is.Zero);
        Array.ForEach(channels, channel => channel.Dispose());
    }

    [Test]
    public void Channels_of_different_sizes_do_not_go_together()
    {
        using var small = new Mat(2, 2, MatType.CV_8UC1);
        using var large = new Mat(3, 3, MatType.CV_8UC1);
        using var together = new Mat();

        Assert.Throws<OpenCVException>(() => Cv2.Merge([small, large], together));
        Assert.That(Assert.Throws<ArgumentException>(() => Cv2.Merge([], together)).Message, Does.StartWith("mv is empty"));
        Assert.That(Assert.Throws<ArgumentException>(() => Cv2.Merge([small, null!], together)).Message, Does.StartWith("mv contains null element"));
    }

    [Test]
    public void Images_stand_side_by_side_and_below_each_other()
    {
        using var one = new Mat(1, 2, MatType.CV_8UC1, new Scalar(1));
        using var two = new Mat(1, 2, MatType.CV_8UC1, new Scalar(2));
        using var row = new Mat();
        using var column = new Mat();

        Cv2.HConcat([one, two], row);
        Cv2.VConcat([one, two], column);

        row.GetArray(out byte[] inRow);
        column.GetRectangularArray(out byte[,] inColumn);
        Assert.That(inRow, Is.EqualTo(new byte[] { 1, 1, 2, 2 }));
        Assert.That(inColumn, Is.EqualTo(new byte[,] { { 1, 1 }, { 2, 2 } }));
    }

    [Test]
    public void Arithmetic_clamps_and_takes_values_for_arrays()
    {
        using var a = Mat.FromArray(new byte[,] { { 10, 200 } });
        using var b = Mat.FromArray(new byte[,] { { 20, 100 } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(dst => Cv2.Add(a, b, dst)), Is.EqualTo(new byte[] { 30, 255 }));
            Assert.That(Of(dst => Cv2.Add(a, new Scalar(1), dst)), Is.EqualTo(new byte[] { 11, 201 }));
            Assert.That(Of(dst => Cv2.Subtract(a, b, dst)), Is.EqualTo(new byte[] { 0, 100 }));
            Assert.That(Of(dst => Cv2.Absdiff(a, b, dst)), Is.EqualTo(new byte[] { 10, 100 }));
            Assert.That(Of(dst => Cv2.Multiply(a, 0.5, dst)), Is.EqualTo(new byte[] { 5, 100 }));
            Assert.That(Of(dst => Cv2.AddWeighted(a, 0.25, b, 0.75, 1, dst)), Is.EqualTo(new byte[] { 18, 126 }));
            Assert.That(Of(dst => Cv2.BitwiseNot(a, dst)), Is.EqualTo(new byte[] { 245, 55 }));
            Assert.That(Of(dst => Cv2.Threshold(a, dst, 99, 7, ThresholdTypes.Binary)), Is.EqualTo(new byte[] { 0, 7 }));
        }

        static byte[] Of(Action<Mat> compute)
        {
            using var result = new Mat();
            compute(result);
            result.GetArray(out byte[] values);
            return values;
        }
    }

    [Test]
    public void Measures_see_every_element_or_those_under_a_mask()
    {
        using var mat = Mat.FromArray(new float[,] { { 3, -4 }, { 0, 1 } });
        using var mask = Mat.FromArray(new byte[,] { { 1, 1 }, { 0, 0 } });

        mat.MinMaxLoc(out var min, out var max, out var minAt, out var maxAt);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((min, max, minAt, maxAt), Is.EqualTo((-4.0, 3.0, new Point(1, 0), new Point(0, 0))));
            Assert.That((mat.Mean().Val0, mat.Mean(mask).Val0, mat.Sum().Val0), Is.EqualTo((0.0, -0.5, 0.0)));
            Assert.That((mat.Norm(), mat.Norm(NormTypes.L1), mat.Norm(NormTypes.INF)), Is.EqualTo((Math.Sqrt(26), 8.0, 4.0)));
            Assert.That(mat.Norm(NormTypes.L2, mask), Is.EqualTo(5));
            Assert.That(mat.CountNonZero(), Is.EqualTo(3));
        }
    }

    [Test]
    public void Normalising_reaches_over_the_range()
    {
        using var mat = Mat.FromArray(new float[,] { { -1, 0, 3 } });
        using var result = new Mat();

        Cv2.Normalize(mat, result, 0, 1, NormTypes.MinMax);

        result.GetArray(out float[] values);
        Assert.That(values, Is.EqualTo(new[] { 0, 0.25f, 1 }));
    }

    [Test]
    public void A_map_says_where_each_pixel_comes_from()
    {
        using var row = Mat.FromArray(new byte[,] { { 10, 20, 30 } });
        using var map = Mat.FromArray(new[,] { { new Vec2f(2, 0), new Vec2f(0.5f, 0), new Vec2f(9, 0) } });
        using var none = new Mat();
        using var result = new Mat();

        Cv2.Remap(row, result, map, none, InterpolationFlags.Linear, BorderTypes.Constant, new Scalar(77));

        result.GetArray(out byte[] values);
        Assert.That(values, Is.EqualTo(new byte[] { 30, 15, 77 }));
    }

    [Test]
    public void Transposing_turns_rows_into_columns()
    {
        using var mat = Mat.FromArray(new byte[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        using var turned = mat.Transpose();

        turned.GetRectangularArray(out byte[,] values);

        Assert.That(values, Is.EqualTo(new byte[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }));
    }

    [Test]
    public void The_number_of_threads_is_what_was_set()
    {
        var before = Cv2.GetNumThreads();
        try
        {
            Cv2.SetNumThreads(1);
            Assert.That(Cv2.GetNumThreads(), Is.EqualTo(1));
        }
        finally
        {
            Cv2.SetNumThreads(before);
        }
    }

    [Test]
    public void The_version_is_a_version_of_OpenCV_4_or_later()
    {
        Assert.That(int.Parse(Cv2.GetVersionString()!.Split('.')[0]), Is.GreaterThanOrEqualTo(4));
    }
}
