namespace OpenCvSharp.Tests;

public sealed class DrawingTests
{
    private Mat image = null!;

    [SetUp]
    public void Clear() => image = new Mat(40, 60, MatType.CV_8UC3, Scalar.Black);

    [TearDown]
    public void Free() => image.Dispose();

    [Test]
    public void A_filled_rectangle_covers_exactly_its_pixels()
    {
        Cv2.Rectangle(image, new Rect(5, 6, 10, 7), Scalar.Red, -1);

        Assert.That(Drawn(), Is.EqualTo(70));
        Assert.That((At(5, 6), At(14, 12), At(15, 12), At(14, 13)), Is.EqualTo((Red, Red, Black, Black)));
    }

    [Test]
    public void A_rectangle_between_two_corners_has_both()
    {
        Cv2.Rectangle(image, new Point(2, 3), new Point(5, 9), Scalar.Red);

        Assert.That((At(2, 3), At(5, 9), At(3, 4)), Is.EqualTo((Red, Red, Black)));
        Assert.That(Drawn(), Is.EqualTo(18));
    }

    [Test]
    public void A_line_runs_from_end_to_end()
    {
        Cv2.Line(image, new Point(3, 4), new Point(23, 14), Scalar.Red);

        Assert.That((At(3, 4), At(13, 9), At(23, 14), At(13, 12)), Is.EqualTo((Red, Red, Red, Black)));
        Assert.That(Drawn(), Is.EqualTo(21));
    }

    [Test]
    public void A_filled_circle_covers_its_area()
    {
        Cv2.Circle(image, new Point(30, 20), 12, Scalar.Red, -1);

        // Half a pixel of edge on each side of the ideal circle.
        Assert.That(Drawn(), Is.InRange(Math.PI * 11.5 * 11.5, Math.PI * 12.5 * 12.5));
        Assert.That((At(30, 20), At(42, 20), At(43, 20), At(39, 29)), Is.EqualTo((Red, Red, Black, Black)));
    }

    [Test]
    public void A_filled_ellipse_has_its_axes()
    {
        Cv2.Ellipse(image, new Point(30, 20), new Size(20, 8), 0, 0, 360, Scalar.Red, -1);

        Assert.That((At(50, 20), At(10, 20), At(30, 28), At(51, 20), At(30, 29)), Is.EqualTo((Red, Red, Red, Black, Black)));
    }

    [Test]
    public void Half_an_ellipse_leaves_the_other_half()
    {
        Cv2.Ellipse(image, new Point(30, 20), new Size(10, 10), 0, 0, 180, Scalar.Red, -1);

        Assert.That((At(30, 25), At(30, 15)), Is.EqualTo((Red, Black)));
    }

    [Test]
    public void A_polygon_inside_another_is_a_hole()
    {
        Cv2.FillPoly(image, [Square(2, 2, 30), Square(10, 10, 10)], Scalar.Red);

        Assert.That((At(4, 4), At(15, 15), At(28, 28), At(40, 20)), Is.EqualTo((Red, Black, Red, Black)));
    }

    [Test]
    public void An_offset_moves_a_polygon()
    {
        Cv2.FillPoly(image, [Square(0, 0, 5)], Scalar.Red, LineTypes.Link8, 0, new Point(20, 10));

        Assert.That((At(22, 12), At(2, 2), Drawn()), Is.EqualTo((Red, Black, 36)));
    }

    [Test]
    public void A_convex_polygon_is_filled_and_an_outline_is_not()
    {
        Cv2.FillConvexPoly(image, Square(2, 2, 8), Scalar.Red);
        Cv2.Polylines(image, [Square(30, 2, 8)], true, Scalar.Red);

        Assert.That((At(6, 6), At(30, 6), At(34, 6)), Is.EqualTo((Red, Red, Black)));
        Assert.That(Drawn(), Is.EqualTo(81 + 32));
    }

    [Test]
    public void A_text_stays_inside_the_size_that_was_foretold()
    {
        var size = Cv2.GetTextSize("Ag", HersheyFonts.HersheySimplex, 0.7, 1, out var below);
        Cv2.PutText(image, "Ag", new Point(5, 25), HersheyFonts.HersheySimplex, 0.7, Scalar.Red);

        Assert.That(Drawn(), Is.GreaterThan(30));
        Cv2.Rectangle(image, new Rect(5 - 1, 25 - size.Height - 1, size.Width + 2, size.Height + below + 2), Scalar.Black, -1);
        Assert.That(Drawn(), Is.Zero);
    }

    [Test]
    public void A_smooth_line_has_shades()
    {
        Cv2.Line(image, new Point(3, 4), new Point(50, 21), Scalar.White, 1, LineTypes.AntiAlias);
        image.GetArray(out Vec3b[] pixels);

        Assert.That(pixels.Select(pixel => pixel.Item0).Distinct().Count(), Is.GreaterThan(10));
    }

    [Test]
    public void Drawing_on_nothing_is_refused()
    {
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.Rectangle((Mat)null!, default(Rect), Scalar.Red)).ParamName, Is.EqualTo("img"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.FillPoly((Mat)null!, [], Scalar.Red)).ParamName, Is.EqualTo("img"));
        Assert.Throws<ArgumentNullException>(() => Cv2.PutText(image, "", default, HersheyFonts.HersheyPlain, 1, Scalar.Red));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.FillPoly(image, null!, Scalar.Red)).ParamName, Is.EqualTo("pts"));
    }

    [Test]
    public void A_line_of_impossible_thickness_is_refused()
    {
        var error = Assert.Throws<OpenCVException>(() => Cv2.Line(image, default, new Point(5, 5), Scalar.Red, 100_000));

        Assert.That(error.Message, Does.Contain("thickness"));
    }

    private static Vec3b Red => new(0, 0, 255);

    private static Vec3b Black => default;

    private static Point[] Square(int x, int y, int size) => [new(x, y), new(x + size, y), new(x + size, y + size), new(x, y + size)];

    private Vec3b At(int x, int y) => image.Get<Vec3b>(y, x);

    private int Drawn()
    {
        using var red = image.ExtractChannel(2);
        return Cv2.CountNonZero(red);
    }
}
