namespace OpenCvSharp.Tests;

public sealed class VideoTests
{
    private const int Frames = 12;
    private static readonly Size FrameSize = new(96, 64);

    [Test]
    public void Frames_come_back_in_order_with_size_and_rate()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("video.avi"));

        using var capture = new VideoCapture(folder.File("video.avi"));
        Assert.That(capture.IsOpened(), Is.True);
        Assert.That((capture.FrameWidth, capture.FrameHeight, capture.FrameCount), Is.EqualTo((96, 64, Frames)));
        Assert.That((capture.Fps, capture.FourCC), Is.EqualTo((25.0, "MJPG")));
        using var frame = new Mat();
        var brightness = new List<double>();
        while (capture.Read(frame)) brightness.Add(frame.Mean().Val1);

        // Motion JPEG is lossy; a flat picture comes back within two steps.
        Assert.That(brightness, Is.EqualTo(Enumerable.Range(0, Frames).Select(i => Brightness(i))).Within(2));
        Assert.That(frame.Empty(), Is.True);
    }

    [Test]
    public void A_grabbed_frame_is_decoded_only_when_asked_for()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("video.avi"));
        using var capture = new VideoCapture(folder.File("video.avi"));
        using var frame = new Mat();

        Assert.That((capture.Grab(), capture.Grab(), capture.Grab(), capture.Retrieve(frame)), Is.EqualTo((true, true, true, true)));

        Assert.That(frame.Mean().Val1, Is.EqualTo(Brightness(2)).Within(2));
    }

    [Test]
    public void Reading_starts_where_the_position_is_set()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("video.avi"));
        using var capture = new VideoCapture(folder.File("video.avi"));
        using var frame = new Mat();

        capture.PosFrames = 7;

        Assert.That(capture.Read(frame), Is.True);
        Assert.That(frame.Mean().Val1, Is.EqualTo(Brightness(7)).Within(2));
    }

    [Test]
    public void A_writer_knows_what_it_was_started_with()
    {
        using var folder = new TemporaryFolder();
        using var writer = new VideoWriter(folder.File("video.avi"), FourCC.FromString("MJPG"), 25, FrameSize);

        Assert.That((writer.IsOpened(), writer.FileName), Is.EqualTo((true, folder.File("video.avi"))));
        Assert.That((writer.Fps, writer.FrameSize, writer.IsColor), Is.EqualTo((25.0, FrameSize, true)));
        writer.Release();
        Assert.That(writer.IsOpened(), Is.False);
    }

    [Test]
    public void A_missing_file_does_not_open()
    {
        using var folder = new TemporaryFolder();
        using var capture = new VideoCapture(folder.File("nothing.avi"));
        using var frame = new Mat(2, 2, MatType.CV_8UC1);

        Assert.That((capture.IsOpened(), capture.Read(frame), capture.Grab()), Is.EqualTo((false, false, false)));
        Assert.That(frame.Empty(), Is.True);
    }

    [Test]
    public void A_file_that_is_no_video_does_not_open()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("text.avi"), "This is not a video.");
        using var capture = new VideoCapture(folder.File("text.avi"));

        Assert.That(capture.IsOpened(), Is.False);
    }

    [Test]
    public void A_writer_does_not_open_in_a_folder_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        using var writer = new VideoWriter(folder.File("missing/video.avi"), FourCC.FromString("MJPG"), 25, FrameSize);

        Assert.That(writer.IsOpened(), Is.False);
    }

    [Test]
    public void The_rate_of_a_file_is_not_set()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("video.avi"));
        using var capture = new VideoCapture(folder.File("video.avi"));

        var error = Assert.Throws<NotSupportedException>(() => capture.Fps = 30);

        Assert.That(error.Message, Is.EqualTo("Only for cameras"));
    }

    [Test]
    public void Null_and_disposed_objects_are_refused()
    {
        var capture = new VideoCapture();
        var writer = new VideoWriter();
        using var frame = new Mat();

        Assert.That(Assert.Throws<ArgumentNullException>(() => new VideoCapture("")).ParamName, Is.EqualTo("fileName"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => new VideoWriter(null!, 0, 25, FrameSize)).ParamName, Is.EqualTo("fileName"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => capture.Read((Mat)null!)).ParamName, Is.EqualTo("image"));
        Assert.That(Assert.Throws<ArgumentNullException>(() => writer.Write(null!)).ParamName, Is.EqualTo("image"));
        capture.Dispose();
        writer.Dispose();
        Assert.That(Assert.Throws<ObjectDisposedException>(() => capture.Read(frame)).ObjectName, Is.EqualTo("OpenCvSharp.VideoCapture"));
        Assert.That(Assert.Throws<ObjectDisposedException>(() => writer.Write(frame)).ObjectName, Is.EqualTo("OpenCvSharp.VideoWriter"));
    }

    [Test]
    public void A_codec_code_is_four_characters()
    {
        Assert.That(FourCC.FromString("MJPG").Value, Is.EqualTo(0x47504A4D));
        Assert.That(FourCC.FromString("DIB"), Is.EqualTo(FourCC.FromFourChars('D', 'I', 'B', ' ')));
        Assert.That(VideoWriter.FourCC("MJPG"), Is.EqualTo(FourCC.MJPG));
        Assert.That(Assert.Throws<ArgumentException>(() => FourCC.FromString("MJPEG")).Message, Does.StartWith("code.Length > 4"));
    }

    private static double Brightness(int frame) => 20 + (15 * frame);

    private static void Write(string path)
    {
        using var writer = new VideoWriter(path, FourCC.FromString("MJPG"), 25, FrameSize);
        for (var i = 0; i < Frames; i++)
        {
            using var frame = new Mat(FrameSize, MatType.CV_8UC3, Scalar.All(Brightness(i)));
            writer.Write(frame);
        }
    }
}
