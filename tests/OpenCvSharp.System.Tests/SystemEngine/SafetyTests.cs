using System.Runtime.CompilerServices;

namespace OpenCvSharp.Tests.SystemEngine;

/// <summary>Mistakes that crash a process, or read foreign memory, unless they are caught before the native call.</summary>
public sealed class SafetyTests
{
    [Test]
    public void Null_images_are_refused_by_the_name_of_the_parameter()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.Resize((Mat)null!, mat, new Size(1, 1))).ParamName, Is.EqualTo("src"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.Resize(mat, (OutputArray)null!, new Size(1, 1))).ParamName, Is.EqualTo("dst"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.Resize(mat, (Mat)null!, new Size(1, 1))).ParamName, Is.EqualTo("mat"));
    }

    [Test]
    public void Disposed_images_are_refused_as_source_target_and_mask()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(0));
        var gone = new Mat(2, 2, MatType.CV_8UC1);
        gone.Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Cv2.Resize(gone, mat, new Size(1, 1)),
                Throws.TypeOf<ObjectDisposedException>().With.Property(nameof(ObjectDisposedException.ObjectName)).EqualTo("OpenCvSharp.Mat"));
            Assert.Throws<ObjectDisposedException>(() => Cv2.Resize(mat, gone, new Size(1, 1)));
            Assert.Throws<ObjectDisposedException>(() => Cv2.Rectangle(gone, new Rect(0, 0, 1, 1), Scalar.Red));
            Assert.Throws<ObjectDisposedException>(() => Cv2.Mean(mat, gone));
            Assert.Throws<ObjectDisposedException>(() => Cv2.Merge([mat, gone], mat));
            Assert.Throws<ObjectDisposedException>(() => Cv2.ImWrite("never.png", gone));
            Assert.Throws<ObjectDisposedException>(() => _ = gone.Rows);
        }
    }

    [TestCase(-1, 0, "i0", 2)]
    [TestCase(2, 0, "i0", 2)]
    [TestCase(0, 3, "i1", 3)]
    [TestCase(0, -1, "i1", 3)]
    public void An_index_outside_the_mat_is_refused(int row, int column, string parameter, int limit)
    {
        using var mat = new Mat(2, 3, MatType.CV_8UC1);

        var address = Assert.Throws<ArgumentOutOfRangeException>(() => mat.Ptr(row, column));
        var read = Assert.Throws<ArgumentOutOfRangeException>(() => mat.Get<byte>(row, column));
        var write = Assert.Throws<ArgumentOutOfRangeException>(() => mat.Set(row, column, (byte)1));

        Assert.That(new[] { address.ParamName, read.ParamName, write.ParamName }, Is.All.EqualTo(parameter));
        Assert.That(address.Message, Does.StartWith($"The index must be at least 0 and less than {limit}."));
    }

    [Test]
    public void An_element_that_ends_outside_the_mat_is_refused()
    {
        using var mat = new Mat(2, 3, MatType.CV_8UC1);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => mat.Get<Vec3b>(1, 1));

        Assert.That(error.Message, Does.StartWith("3 bytes from this index on end outside the Mat of 1-byte elements."));
    }

    [Test]
    public void More_indices_than_dimensions_are_refused()
    {
        using var mat = new Mat(2, 3, MatType.CV_8UC1);
        using var empty = new Mat();

        var index = Assert.Throws<ArgumentOutOfRangeException>(() => mat.Ptr(0, 0, 0));
        var dimension = Assert.Throws<ArgumentOutOfRangeException>(() => mat.Size(2));

        Assert.That(index.Message, Does.StartWith("3 indices were given, the Mat has 2 dimensions."));
        Assert.That(dimension.Message, Does.StartWith("The Mat has 2 dimensions."));
        Assert.Throws<ArgumentOutOfRangeException>(() => empty.Ptr(0));
    }

    [Test]
    public void An_array_that_is_too_short_is_refused()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        var wrap = Assert.Throws<ArgumentException>(() => Mat.FromPixelData(2, 3, MatType.CV_8UC3, new byte[17]));
        var fill = Assert.Throws<ArgumentException>(() => mat.SetArray<byte>(1, 2, 3));

        Assert.That(wrap.Message, Does.StartWith("A Mat of 2*3*CV_8UC3 needs 18 bytes, the array has 17."));
        Assert.That(fill.Message, Does.StartWith("A Mat of 2*2*CV_8UC1 needs 4 bytes, the array has 3."));
    }

    [Test]
    public void Pixel_data_of_impossible_shape_is_refused()
    {
        Assert.Throws<OpenCVException>(() => Mat.FromPixelData(-1, 3, MatType.CV_8UC1, new byte[9]));
        Assert.Throws<OpenCVException>(() => Mat.FromPixelData(2, 3, MatType.CV_8UC1, new byte[9], 2));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Mat.FromPixelData(2, 3, MatType.CV_8UC1, (nint)0)).ParamName, Is.EqualTo("data"));
        Assert.Throws<ArgumentException>(() => Mat.FromPixelData(1, 1, MatType.CV_64FC1, new[] { "text" }));
    }

    [Test]
    public void A_size_whose_bytes_overflow_is_refused()
    {
        var error = Assert.Throws<OpenCVException>(() => new Mat(int.MaxValue, int.MaxValue, MatType.CV_64FC4));

        Assert.That(error.Message, Is.EqualTo("The total matrix size does not fit to \"size_t\" type"));
    }

    [Test]
    public void Numbers_that_overflow_or_overrun_inside_OpenCV_are_refused()
    {
        using var mat = new Mat(8, 8, MatType.CV_8UC1, Scalar.All(0));
        using var result = new Mat();

        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<OpenCVException>(() => mat.SubMat(new Rect(int.MaxValue, 0, int.MaxValue, 1)));
            Assert.Throws<OpenCVException>(() => mat.CopyMakeBorder(int.MaxValue, int.MaxValue, 1, 1, BorderTypes.Reflect));
            Assert.Throws<OpenCVException>(() => Cv2.CalcOpticalFlowFarneback(mat, mat, result, 0.5, 1, -5, 1, 5, 1.1, OpticalFlowFlags.None));
            Assert.That(
                () => Cv2.FillPoly(mat, [[]], Scalar.Red), Throws.ArgumentException.With.Message.StartsWith("pts contains a contour without points"));
        }
    }

    [Test]
    public void An_error_belongs_to_the_thread_that_made_it()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        var messages = ParallelEnumerable.Range(0, 64)
            .Select(i => Assert.Throws<OpenCVException>(() => { if (i % 2 == 0) mat.Reshape(0, 7); else mat.ToBytes(".nothing"); })!.Message)
            .ToArray();

        Assert.That(messages.Count(message => message.Contains("number of rows", StringComparison.Ordinal)), Is.EqualTo(32));
        Assert.That(messages.Count(message => message.Contains("find encoder", StringComparison.Ordinal)), Is.EqualTo(32));
    }

    [Test]
    public void A_region_is_not_set_from_another_type()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);
        using var patch = new Mat(2, 2, MatType.CV_32FC1);

        Assert.That(Assert.Throws<ArgumentException>(() => mat[new Rect(0, 0, 2, 2)] = patch).Message, Does.StartWith("Mat type mismatch"));
    }

    [Test]
    public void A_typed_mat_is_not_made_over_another_type()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        Assert.That(Assert.Throws<OpenCvSharpException>(() => new Mat<float>(mat)).Message, Is.EqualTo("Mat data type is not compatible: CV_8UC1"));
    }

    [Test]
    public void A_truncated_png_reads_as_an_empty_mat()
    {
        using var picture = Pictures.Read("frame0.ppm");
        var bytes = picture.ToBytes();

        using var image = Mat.FromImageData(bytes[..(bytes.Length / 2)]);

        Assert.That(image.Empty(), Is.True);
    }

    [Test]
    public void Every_prefix_of_a_jpeg_reads_without_harm()
    {
        using var picture = Pictures.Read("frame0.ppm");
        var bytes = picture.ToBytes(".jpg");

        for (var length = 1; length < bytes.Length; length += 37)
        {
            using var image = Mat.FromImageData(bytes.AsSpan(0, length));
            Assert.That(image.Empty() || image.Size() == picture.Size(), Is.True, $"after {length} bytes");
        }
    }

    [Test]
    public void A_wrapped_array_lives_as_long_as_a_region_of_it()
    {
        var (array, region) = Wrap();

        Collect();
        Assert.That(array.IsAlive, Is.True);
        Assert.That(region.Get<byte>(0, 0), Is.EqualTo(6));
        region.Dispose();
        Collect();
        Assert.That(array.IsAlive, Is.False);

        // In a frame of its own, so that no local keeps the array.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference Array, Mat Region) Wrap()
        {
            byte[] pixels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
            using var whole = Mat.FromPixelData(3, 3, MatType.CV_8UC1, pixels);
            return (new WeakReference(pixels), whole.SubMat(new Rect(2, 1, 1, 1)));
        }

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
    }

    [Test]
    public void Disposing_a_mat_leaves_its_regions_alive()
    {
        var mat = new Mat(4, 4, MatType.CV_8UC1, new Scalar(3));
        using var region = mat.SubMat(new Rect(1, 1, 2, 2));

        mat.Dispose();

        Assert.That(region.Sum().Val0, Is.EqualTo(12));
    }
}
