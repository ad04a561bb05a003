namespace OpenCvSharp.Tests;

public sealed class MatTests
{
    [Test]
    public void A_new_mat_tells_its_size_type_and_layout()
    {
        using var mat = new Mat(3, 5, MatType.CV_16SC2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((mat.Rows, mat.Cols, mat.Height, mat.Width), Is.EqualTo((3, 5, 3, 5)));
            Assert.That(mat.Size(), Is.EqualTo(new Size(5, 3)));
            Assert.That((mat.Size(0), mat.Size(1), mat.Dims), Is.EqualTo((3, 5, 2)));
            Assert.That((mat.Type(), mat.Depth(), mat.Channels()), Is.EqualTo((MatType.CV_16SC2, MatType.CV_16S, 2)));
            Assert.That((mat.ElemSize(), mat.ElemSize1(), mat.Step(), mat.Step(1), mat.Step1()), Is.EqualTo((4, 2, 20L, 4L, 10L)));
            Assert.That((mat.Total(), mat.Empty(), mat.IsContinuous(), mat.IsSubmatrix()), Is.EqualTo((15L, false, true, false)));
        }
    }

    [Test]
    public void A_mat_without_elements_is_empty_and_has_no_data()
    {
        using var mat = new Mat();

        Assert.That((mat.Empty(), mat.Total(), mat.Rows, mat.Cols, mat.Data), Is.EqualTo((true, 0L, 0, 0, (nint)0)));
    }

    [Test]
    public void A_scalar_fills_every_element()
    {
        using var mat = new Mat(new Size(4, 2), MatType.CV_8UC3, new Scalar(1, 2, 300));

        mat.GetArray(out Vec3b[] elements);

        Assert.That(elements, Has.Length.EqualTo(8).And.All.EqualTo(new Vec3b(1, 2, 255)));
    }

    [Test]
    public void Zeros_fill_any_number_of_channels()
    {
        using var mat = Mat.ZerosMat(2, 3, MatType.CV_8UC(7));

        Assert.That(mat.AsSpan<byte>().ToArray(), Has.Length.EqualTo(42).And.All.Zero);
    }

    [Test]
    public void Elements_are_read_and_written_in_rows_and_columns()
    {
        using var mat = Mat.FromArray(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });

        mat.Set(0, 2, 30f);
        mat.At<float>(1, 0) = 40;
        mat.At<float>(1, 1) = 50;
        mat.GetUnsafeGenericIndexer<float>()[1, 2] = 60;

        Assert.That(mat.ToRectangularArray(), Is.EqualTo(new float[,] { { 1, 2, 30 }, { 40, 50, 60 } }));
        Assert.That((mat.Get<float>(0, 1), mat.Get<float>(1), mat.GetIndexer()[1, 2]), Is.EqualTo((2f, 40f, 60f)));
    }

    [Test]
    public unsafe void Ptr_and_Step_lead_to_the_same_element()
    {
        using var mat = Mat.FromArray(new short[,] { { 1, 2 }, { 3, 4 } });

        Assert.That(*(short*)mat.Ptr(1, 1), Is.EqualTo(4));
        Assert.That(*(short*)(mat.Data + (nint)mat.Step() + 2), Is.EqualTo(4));
        Assert.That(mat.Ptr(1) + 2, Is.EqualTo(mat.Ptr(1, 1)));
    }

    [Test]
    public void Several_dimensions_are_indexed_in_order()
    {
        using var mat = new Mat([2, 3, 4], MatType.CV_32SC1, new Scalar(7));

        mat.Set(1, 2, 3, 42);

        Assert.That((mat.Dims, mat.Total(), mat.Size(0), mat.Size(1), mat.Size(2)), Is.EqualTo((3, 24L, 2, 3, 4)));
        Assert.That((mat.Get<int>(1, 2, 3), mat.Get<int>(1, 2, 2)), Is.EqualTo((42, 7)));
        using var flat = mat.Reshape(0, 2, 12);
        Assert.That(flat.Get<int>(1, 11), Is.EqualTo(42));
    }

    [Test]
    public void An_array_goes_in_and_comes_out_unchanged_even_through_a_gap_between_rows()
    {
        using var whole = new Mat(4, 4, MatType.CV_32SC1, Scalar.All(-1));
        using var part = whole[new Rect(1, 1, 2, 3)];

        part.SetArray(1, 2, 3, 4, 5, 6);
        part.GetArray(out int[] back);
        whole.GetArray(out int[] around);

        Assert.That(back, Is.EqualTo([1, 2, 3, 4, 5, 6]));
        Assert.That(around, Is.EqualTo([-1, -1, -1, -1, -1, 1, 2, -1, -1, 3, 4, -1, -1, 5, 6, -1]));
    }

    [Test]
    public void Signed_and_unsigned_integers_of_one_width_stand_for_each_other()
    {
        using var mat = new Mat(1, 2, MatType.CV_8SC1, new Scalar(-1));

        mat.GetArray(out byte[] bytes);

        Assert.That(bytes, Is.EqualTo(new byte[] { 255, 255 }));
    }

    [Test]
    public void A_region_shares_the_memory_of_its_mat()
    {
        using var mat = new Mat(4, 6, MatType.CV_8UC1, Scalar.All(0));
        using (var region = mat.SubMat(new Rect(2, 1, 3, 2)))
        {
            region.SetTo(new Scalar(9));
            Assert.That((region.IsSubmatrix(), region.IsContinuous(), region.Step()), Is.EqualTo((true, false, 6L)));
            Assert.That(region.Data, Is.EqualTo(mat.Ptr(1, 2)));
        }

        Assert.That((mat.Get<byte>(1, 2), mat.Get<byte>(2, 4), mat.Get<byte>(1, 5)), Is.EqualTo(((byte)9, (byte)9, (byte)0)));
        Assert.That(mat.CountNonZero(), Is.EqualTo(6));
    }

    [Test]
    public void Rows_and_columns_are_headers_over_the_same_memory()
    {
        using var mat = Mat.FromArray(new byte[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } });
        using var rows = mat.RowRange(1, 3);
        using var column = mat.Col(2);
        using var corner = mat[1..3, 0..2];

        Assert.That(Elements(rows), Is.EqualTo([4, 5, 6, 7, 8, 9]));
        Assert.That(Elements(column), Is.EqualTo([3, 6, 9]));
        Assert.That(Elements(corner), Is.EqualTo([4, 5, 7, 8]));
        mat.Set(1, 2, (byte)60);
        Assert.That((rows.Get<byte>(0, 2), column.Get<byte>(1, 0)), Is.EqualTo(((byte)60, (byte)60)));
    }

    [Test]
    public void Setting_a_region_copies_into_it()
    {
        using var mat = new Mat(3, 3, MatType.CV_8UC1, Scalar.All(0));
        using var patch = new Mat(2, 2, MatType.CV_8UC1, new Scalar(5));

        mat[new Rect(1, 1, 2, 2)] = patch;

        Assert.That(Elements(mat), Is.EqualTo([0, 0, 0, 0, 5, 5, 0, 5, 5]));
    }

    [Test]
    public void A_clone_and_a_copy_share_nothing()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1, new Scalar(1));
        using var clone = mat.Clone();
        using var copy = new Mat();
        mat.CopyTo(copy);

        mat.SetTo(new Scalar(2));

        Assert.That(Elements(clone).Concat(Elements(copy)), Is.All.EqualTo(1));
    }

    [Test]
    public void A_mask_limits_what_is_copied()
    {
        using var source = new Mat(1, 4, MatType.CV_8UC1, new Scalar(8));
        using var target = new Mat(1, 4, MatType.CV_8UC1, new Scalar(3));
        using var mask = Mat.FromArray(new byte[,] { { 1, 0, 255, 0 } });

        source.CopyTo(target, mask);

        Assert.That(Elements(target), Is.EqualTo([8, 3, 8, 3]));
    }

    [Test]
    public void Conversion_scales_rounds_and_clamps()
    {
        using var source = Mat.FromArray(new float[,] { { -1, 0.4f, 0.6f, 200 } });
        using var target = new Mat();

        source.ConvertTo(target, MatType.CV_8UC1, 2, 1);

        Assert.That(Elements(target), Is.EqualTo([0, 2, 2, 255]));
    }

    [Test]
    public void Reshape_turns_channels_into_columns_without_copying()
    {
        using var mat = new Mat(2, 3, MatType.CV_8UC3, Scalar.All(1));
        using var flat = mat.Reshape(1, 2);

        flat.Set(1, 8, (byte)77);

        Assert.That(flat.Size(), Is.EqualTo(new Size(9, 2)));
        Assert.That(mat.Get<Vec3b>(1, 2), Is.EqualTo(new Vec3b(1, 1, 77)));
    }

    [Test]
    public void Pixel_data_is_wrapped_not_copied()
    {
        var pixels = new byte[] { 1, 2, 3, 0, 4, 5, 6, 0 };
        using var mat = Mat.FromPixelData(2, 3, MatType.CV_8UC1, pixels, 4);

        mat.Set(1, 2, (byte)60);
        pixels[0] = 10;

        Assert.That(Elements(mat), Is.EqualTo([10, 2, 3, 4, 5, 60]));
        Assert.That(pixels[6], Is.EqualTo(60));
    }

    [Test]
    public unsafe void Pixel_data_behind_an_address_is_wrapped()
    {
        var pixels = stackalloc float[] { 1, 2, 3, 4 };
        using var mat = Mat.FromPixelData(2, 2, MatType.CV_32FC1, (nint)pixels);

        Assert.That((mat.Get<float>(1, 0), mat.Data), Is.EqualTo((3f, (nint)pixels)));
    }

    [Test]
    public void A_span_covers_the_elements_of_a_continuous_mat_only()
    {
        using var mat = new Mat(2, 3, MatType.CV_16UC1, new Scalar(5));
        using var part = mat.ColRange(0, 2);

        mat.AsSpan<ushort>()[5] = 9;

        Assert.That((mat.AsSpan<ushort>().Length, mat.Get<ushort>(1, 2), part.AsSpan<ushort>().Length), Is.EqualTo((6, (ushort)9, 0)));
    }

    [Test]
    public void Disposed_mats_give_their_memory_back()
    {
        const int count = 500;
        var before = Environment.WorkingSet;

        for (var i = 0; i < count; i++)
        {
            using var mat = new Mat(2048, 2048, MatType.CV_8UC1, new Scalar(i));
        }

        // 2 GB went through; a leak of every second Mat would already leave four times this much.
        Assert.That(Environment.WorkingSet - before, Is.LessThan(250L << 20));
    }

    private static byte[] Elements(Mat mat)
    {
        mat.GetArray(out byte[] elements);
        return elements;
    }
}
