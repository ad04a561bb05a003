namespace OpenCvSharp;

/// <summary>Writes frames into a video file.</summary>
public class VideoWriter : CvObject
{
    // OpenCV's parameter that says whether frames have three channels.
    private const int IsColorParameter = 4;

    private readonly WriterHandle handle;

    private VideoWriter(WriterHandle handle) : base(handle) => this.handle = handle;

    /// <summary>Creates a writer that writes nothing yet.</summary>
    public VideoWriter() : this(WriterHandle.Create())
    {
    }

    /// <summary>Starts a file. <see cref="IsOpened"/> tells whether that succeeded.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="fourcc">The codec.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="frameSize">Size of the frames.</param>
    /// <param name="isColor">Whether the frames have three channels rather than one.</param>
    public VideoWriter(string fileName, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
        : this(fileName, VideoCaptureAPIs.ANY, fourcc, fps, frameSize, isColor)
    {
    }

    /// <summary>Starts a file with a given library. <see cref="IsOpened"/> tells whether that succeeded.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="apiPreference">The library that writes.</param>
    /// <param name="fourcc">The codec.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="frameSize">Size of the frames.</param>
    /// <param name="isColor">Whether the frames have three channels rather than one.</param>
    public VideoWriter(string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor = true) : this() =>
        Open(fileName, apiPreference, fourcc, fps, frameSize, isColor);

    private WriterHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return handle;
        }
    }

    /// <summary>Path of the file that was opened last; null before.</summary>
    public string? FileName { get; private set; }

    /// <summary>Frames per second; −1 before a file was opened.</summary>
    public double Fps { get; private set; } = -1;

    /// <summary>Size of the frames.</summary>
    public Size FrameSize { get; private set; }

    /// <summary>Whether the frames have three channels rather than one.</summary>
    public bool IsColor { get; private set; } = true;

    /// <summary>Starts a file.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="fourcc">The codec.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="frameSize">Size of the frames.</param>
    /// <param name="isColor">Whether the frames have three channels rather than one.</param>
    /// <returns>Whether the file was started.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public bool Open(string fileName, FourCC fourcc, double fps, Size frameSize, bool isColor = true) =>
        Open(fileName, VideoCaptureAPIs.ANY, fourcc, fps, frameSize, isColor);

    /// <summary>Starts a file with a given library.</summary>
    /// <param name="fileName">Path of the file; its extension says the format.</param>
    /// <param name="apiPreference">The library that writes.</param>
    /// <param name="fourcc">The codec.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="frameSize">Size of the frames.</param>
    /// <param name="isColor">Whether the frames have three channels rather than one.</param>
    /// <returns>Whether the file was started.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public bool Open(string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
    {
        if (string.IsNullOrEmpty(fileName)) throw new ArgumentNullException(nameof(fileName));
        ReadOnlySpan<int> prms = [IsColorParameter, isColor ? 1 : 0];
        Native.Check(Native.cvs_writer_open(Handle, fileName, (int)apiPreference, fourcc.Value, fps, frameSize, prms, prms.Length, out var opened));
        (FileName, Fps, FrameSize, IsColor) = (fileName, fps, frameSize, isColor);
        return opened != 0;
    }

    /// <summary>Whether a file is open.</summary>
    /// <returns>True when it is.</returns>
    public bool IsOpened()
    {
        Native.Check(Native.cvs_writer_is_opened(Handle, out var opened));
        return opened != 0;
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="image">The frame, of the size and channels that were given at the start; others are left out.</param>
    public void Write(InputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Native.Check(Native.cvs_writer_write(Handle, image.Handle));
    }

    /// <summary>The library that writes.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="OpenCVException">No file is open.</exception>
    public unsafe string GetBackendName() => Native.Name((buffer, capacity) => Native.cvs_writer_backend(Handle, buffer, capacity));

    /// <summary>Finishes the file.</summary>
    public void Release() => Native.Check(Native.cvs_writer_release(Handle));

    /// <summary>Puts a codec's code together.</summary>
    /// <param name="c1">First character.</param>
    /// <param name="c2">Second character.</param>
    /// <param name="c3">Third character.</param>
    /// <param name="c4">Fourth character.</param>
    /// <returns>Four bytes, first character lowest.</returns>
    public static int FourCC(char c1, char c2, char c3, char c4) => OpenCvSharp.FourCC.FromFourChars(c1, c2, c3, c4);

    /// <summary>Puts a codec's code together.</summary>
    /// <param name="code">Four characters.</param>
    /// <returns>Four bytes, first character lowest.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> has not four characters.</exception>
    public static int FourCC(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 4) throw new ArgumentException("code.Length != 4", nameof(code));
        return FourCC(code[0], code[1], code[2], code[3]);
    }
}
