using System.Runtime.CompilerServices;

namespace OpenCvSharp.Tests;

public sealed class StructTests
{
    [Test]
    public void Rectangles_intersect_unite_and_contain()
    {
        var a = new Rect(0, 0, 10, 8);
        var b = new Rect(6, 5, 10, 8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(a & b, Is.EqualTo(new Rect(6, 5, 4, 3)));
            Assert.That(a | b, Is.EqualTo(new Rect(0, 0, 16, 13)));
            Assert.That(a & new Rect(20, 20, 1, 1), Is.EqualTo(default(Rect)));
            Assert.That((a.Contains(9, 7), a.Contains(10, 7), a.Contains(new Rect(1, 1, 9, 7))), Is.EqualTo((true, false, true)));
            Assert.That((b.Left, b.Top, b.Right, b.Bottom, b.BottomRight), Is.EqualTo((6, 5, 16, 13, new Point(16, 13))));
            Assert.That(a + new Point(1, 2), Is.EqualTo(new Rect(1, 2, 10, 8)));
            Assert.Throws<ArgumentException>(() => Rect.FromLTRB(5, 0, 4, 1));
        }
    }

    [Test]
    public void Points_add_scale_and_measure()
    {
        Assert.That((new Point(1, 2) + new Point(3, 4)) * 2, Is.EqualTo(new Point(8, 12)));
        Assert.That(new Point(0, 0).DistanceTo(new Point(3, 4)), Is.EqualTo(5));
        Assert.That((Point)(new Point2f(1.5f, -1.5f) - new Point(1, 1)), Is.EqualTo(new Point(0, -2)));
    }

    [Test]
    public void Types_name_their_depth_and_channels()
    {
        Assert.That((MatType.CV_8UC3.Value, MatType.CV_32FC2.Value, MatType.CV_64FC1.Value), Is.EqualTo((16, 13, 6)));
        Assert.That((MatType.CV_8UC3.ToString(), MatType.CV_32FC(7).ToString()), Is.EqualTo(("CV_8UC3", "CV_32FC(7)")));
        Assert.That((MatType.CV_16SC4.Depth, MatType.CV_16SC4.Channels, MatType.CV_16SC4.IsInteger), Is.EqualTo((MatType.CV_16S, 4, true)));
    }

    [Test]
    public void Colours_are_stored_blue_first()
    {
        Assert.That(Scalar.Red, Is.EqualTo(new Scalar(0, 0, 255)));
        Assert.That(Scalar.FromRgb(1, 2, 3).ToVec3b(), Is.EqualTo(new Vec3b(3, 2, 1)));
    }

    [Test]
    public void Structures_are_laid_out_as_in_native_code()
    {
        Assert.That(
            (Unsafe.SizeOf<Size>(), Unsafe.SizeOf<Point>(), Unsafe.SizeOf<Rect>(), Unsafe.SizeOf<Scalar>()), Is.EqualTo((8, 8, 16, 32)));
        Assert.That((Unsafe.SizeOf<Vec3b>(), Unsafe.SizeOf<Vec2f>()), Is.EqualTo((3, 8)));
    }
}
