namespace OpenCvSharp.Tests;

public sealed class ImageFileTests
{
    [TestCase(".png")]
    [TestCase(".bmp")]
    [TestCase(".tiff")]
    public void A_lossless_file_gives_back_every_pixel(string extension)
    {
        using var folder = new TemporaryFolder();
        using var picture = Pictures.Read("frame0.ppm");

        Assert.That(Cv2.ImWrite(folder.File("picture" + extension), picture), Is.True);
        using var back = Cv2.ImRead(folder.File("picture" + extension));

        Assert.That(Pictures.LargestDifference(picture, back), Is.Zero);
    }

    [Test]
    public void Jpeg_quality_trades_size_for_likeness()
    {
        using var folder = new TemporaryFolder();
        using var picture = Pictures.Read("frame0.ppm");

        Cv2.ImWrite(folder.File("fine.jpg"), picture, new ImageEncodingParam(ImwriteFlags.JpegQuality, 98));
        Cv2.ImWrite(folder.File("coarse.jpg"), picture, new ImageEncodingParam(ImwriteFlags.JpegQuality, 10));
        using var fine = Cv2.ImRead(folder.File("fine.jpg"));
        using var coarse = Cv2.ImRead(folder.File("coarse.jpg"));

        Assert.That(Cv2.PSNR(picture, fine), Is.GreaterThan(35).And.GreaterThan(Cv2.PSNR(picture, coarse) + 5));
        Assert.That(new FileInfo(folder.File("fine.jpg")).Length, Is.GreaterThan(2 * new FileInfo(folder.File("coarse.jpg")).Length));
    }

    [Test]
    public void A_png_keeps_alpha_and_sixteen_bits()
    {
        using var folder = new TemporaryFolder();
        using var alpha = new Mat(2, 3, MatType.CV_8UC4, new Scalar(1, 2, 3, 4));
        using var deep = Mat.FromArray(new ushort[,] { { 0, 300, 65535 } });
        Cv2.ImWrite(folder.File("alpha.png"), alpha);
        Cv2.ImWrite(folder.File("deep.png"), deep);

        using var alphaBack = Cv2.ImRead(folder.File("alpha.png"), ImreadModes.Unchanged);
        using var deepBack = Cv2.ImRead(folder.File("deep.png"), ImreadModes.Unchanged);

        Assert.That(Pictures.LargestDifference(alpha, alphaBack), Is.Zero);
        Assert.That(Pictures.LargestDifference(deep, deepBack), Is.Zero);
    }

    [Test]
    public void Bytes_give_back_every_pixel()
    {
        using var picture = Pictures.Read("frame0.ppm");

        using var fromPng = Mat.FromImageData(picture.ToBytes());
        using var fromBmp = Cv2.ImDecode(picture.ImEncode(".bmp"), ImreadModes.Color);
        using var stream = new MemoryStream();
        picture.WriteToStream(stream);
        stream.Position = 0;
        using var fromStream = Mat.FromStream(stream, ImreadModes.Color);

        Assert.That(Pictures.LargestDifference(picture, fromPng), Is.Zero);
        Assert.That(Pictures.LargestDifference(picture, fromBmp), Is.Zero);
        Assert.That(Pictures.LargestDifference(picture, fromStream), Is.Zero);
    }

    [Test]
    public void Encoded_bytes_carry_their_format()
    {
        using var picture = new Mat(8, 8, MatType.CV_8UC3, Scalar.Red);

        Assert.That(picture.ToBytes(".png")[..4], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }));
        Assert.That(picture.ToBytes(".jpg")[..3], Is.EqualTo(new byte[] { 0xFF, 0xD8, 0xFF }));
    }

    [Test]
    public void Reading_as_gray_gives_one_channel()
    {
        using var gray = Pictures.Read("frame0.ppm", ImreadModes.Grayscale);

        Assert.That((gray.Type(), gray.Size()), Is.EqualTo((MatType.CV_8UC1, new Size(96, 72))));
    }

    [Test]
    public void A_missing_file_reads_as_an_empty_mat()
    {
        using var folder = new TemporaryFolder();

        using var image = Cv2.ImRead(folder.File("nothing.png"));

        Assert.That(image.Empty(), Is.True);
    }

    [Test]
    public void Bytes_that_are_no_image_read_as_an_empty_mat()
    {
        using var image = Mat.FromImageData("This is not an image, however long one looks at it."u8.ToArray());

        Assert.That(image.Empty(), Is.True);
    }

    [Test]
    public void No_bytes_at_all_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Mat.FromImageData(Array.Empty<byte>()));

        Assert.That(error.Message, Does.StartWith("Empty span"));
    }

    [Test]
    public void An_extension_without_an_encoder_is_refused()
    {
        using var image = new Mat(2, 2, MatType.CV_8UC3, Scalar.All(0));
        using var folder = new TemporaryFolder();

        var bytes = Assert.Throws<OpenCVException>(() => image.ToBytes(".nothing"));
        var file = Assert.Throws<OpenCVException>(() => image.ImWrite(folder.File("image.nothing")));

        Assert.That(bytes.Message, Does.Contain("could not find encoder for the specified extension"));
        Assert.That(file.Message, Does.Contain("could not find a writer for the specified extension"));
    }

    [Test]
    public void An_empty_mat_is_not_written()
    {
        using var empty = new Mat();
        using var folder = new TemporaryFolder();

        var bytes = Assert.Throws<OpenCVException>(() => empty.ToBytes());
        var file = Assert.Throws<OpenCVException>(() => empty.ImWrite(folder.File("empty.png")));

        Assert.That(bytes.Message, Does.Contain("empty()"));
        Assert.That(file.Message, Does.Contain("empty()"));
        Assert.That(File.Exists(folder.File("empty.png")), Is.False);
    }

    [Test]
    public void A_folder_that_is_not_there_is_not_written_to()
    {
        using var folder = new TemporaryFolder();
        using var image = new Mat(2, 2, MatType.CV_8UC3, Scalar.All(0));

        Assert.That(image.ImWrite(folder.File("missing/image.png")), Is.False);
    }

    [Test]
    public void A_missing_name_is_refused()
    {
        using var image = new Mat(2, 2, MatType.CV_8UC3);

        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.ImRead("")).ParamName, Is.EqualTo("fileName"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.ImWrite(null!, image)).ParamName, Is.EqualTo("fileName"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => Cv2.ImWrite("image.png", (Mat)null!)).ParamName, Is.EqualTo("img"));
    }
}
