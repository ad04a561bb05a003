using NUnit.Framework.Constraints;

namespace OpenCvSharp.Tests;

public sealed class MatMistakeTests
{
    [Test]
    public void A_negative_size_is_refused()
    {
        var error = Assert.Throws<OpenCVException>(() => new Mat(-1, 5, MatType.CV_8UC1));

        Assert.That(error.Message, Does.Contain(">= 0"));
    }

    [Test]
    public void A_mat_that_does_not_fit_into_memory_is_refused()
    {
        var error = Assert.Throws<OpenCVException>(() => new Mat(1 << 30, 1 << 20, MatType.CV_64FC4));

        Assert.That(error.Message, Does.Contain("Failed to allocate"));
    }

    [Test]
    public void Too_many_channels_are_refused()
    {
        var error = Assert.Throws<OpenCvSharpException>(() => MatType.CV_8UC(512));

        Assert.That(error.Message, Is.EqualTo("Channels count should be 1..511"));
    }

    [Test]
    public void A_region_outside_the_mat_is_refused()
    {
        using var mat = new Mat(4, 4, MatType.CV_8UC1);

        var error = Assert.Throws<OpenCVException>(() => mat.SubMat(new Rect(2, 2, 3, 3)));

        Assert.That(error.Message, Does.Match(@"<= m\.(cols|rows)"));
    }

    [Test]
    public void A_region_is_not_set_from_another_size()
    {
        using var mat = new Mat(4, 4, MatType.CV_8UC1);
        using var patch = new Mat(1, 1, MatType.CV_8UC1);

        var error = Assert.Throws<ArgumentException>(() => mat[new Rect(0, 0, 2, 2)] = patch);

        Assert.That(error.Message, Does.StartWith("Specified ROI != mat.Size()"));
    }

    [Test]
    public void A_shape_with_another_number_of_elements_is_refused()
    {
        using var mat = new Mat(3, 4, MatType.CV_8UC1);

        var error = Assert.Throws<OpenCVException>(() => mat.Reshape(0, 7));

        Assert.That(error.Message, Does.Contain("not divisible by the new number of rows"));
    }

    [Test]
    public void Elements_of_another_type_are_refused_by_name()
    {
        using var mat = new Mat(3, 3, MatType.CV_8UC3);

        var read = Assert.Throws<OpenCvSharpException>(() => mat.GetArray(out byte[] _));
        var write = Assert.Throws<OpenCvSharpException>(() => mat.SetArray(new float[9]));
        var unknown = Assert.Throws<ArgumentException>(() => mat.GetArray(out decimal[] _));

        Assert.That(read.Message, Is.EqualTo("Mat data type is not compatible: CV_8UC3"));
        Assert.That(write.Message, Is.EqualTo("Mat data type is not compatible: CV_8UC3"));
        Assert.That(unknown.Message, Is.EqualTo("Type argument System.Decimal is not supported"));
    }

    [Test]
    public void Null_is_refused_by_the_name_of_the_parameter()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new Mat((Mat)null!, new Rect(0, 0, 1, 1)), RefusedAsNull("m"));
            Assert.That(() => new Mat((string)null!), RefusedAsNull("fileName"));
            Assert.That(() => mat.SetArray((byte[])null!), RefusedAsNull("data"));
            Assert.That(() => Mat.FromArray((int[])null!), RefusedAsNull("arr"));
            Assert.That(() => Mat.ImDecode((byte[])null!), RefusedAsNull("imageBytes"));
            Assert.That(() => Mat.FromStream(null!, ImreadModes.Color), RefusedAsNull("stream"));
            Assert.That(() => Cv2.Split(null!), RefusedAsNull("src"));
            Assert.That(() => Cv2.Merge(null!, mat), RefusedAsNull("mv"));
            Assert.That(() => Cv2.Merge([mat], null!), RefusedAsNull("dst"));
            Assert.That(() => mat.CopyTo((Mat)null!), RefusedAsNull("m"));
            Assert.That(() => mat.CopyTo((OutputArray)null!), RefusedAsNull("m"));
        }
    }

    [Test]
    public void Nothing_works_on_a_disposed_mat_but_disposing_it_again()
    {
        var mat = new Mat(2, 2, MatType.CV_8UC1);
        mat.Dispose();
        mat.Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mat.IsDisposed, Is.True);
            Assert.That(mat.ToString(), Is.EqualTo("Mat [disposed]"));
            Assert.That(() => mat.Type(), Throws.TypeOf<ObjectDisposedException>().With.Property("ObjectName").EqualTo("OpenCvSharp.Mat"));
            Assert.Throws<ObjectDisposedException>(() => mat.Clone());
            Assert.Throws<ObjectDisposedException>(() => mat.Ptr(0));
            Assert.Throws<ObjectDisposedException>(() => mat.SubMat(new Rect(0, 0, 1, 1)));
            Assert.Throws<ObjectDisposedException>(() => Cv2.Split(mat));
        }
    }

    [Test]
    public void An_empty_array_makes_no_mat()
    {
        var error = Assert.Throws<ArgumentException>(() => Mat.FromArray(Array.Empty<int>()));

        Assert.That(error.Message, Does.StartWith("arr.Length == 0"));
    }

    private static IResolveConstraint RefusedAsNull(string parameter) =>
        Throws.TypeOf<ArgumentNullException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter);
}
