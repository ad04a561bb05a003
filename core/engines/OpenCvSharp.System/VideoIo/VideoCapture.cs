namespace OpenCvSharp;

/// <summary>Reads the frames of a video file or a camera.</summary>
public class VideoCapture : CvObject
{
    private readonly CaptureHandle handle;
    private Source source;

    private VideoCapture(CaptureHandle handle) : base(handle) => this.handle = handle;

    /// <summary>Creates a reader that reads nothing yet.</summary>
    public VideoCapture() : this(CaptureHandle.Create())
    {
    }

    /// <summary>Opens a file. <see cref="IsOpened"/> tells whether that succeeded.</summary>
    /// <param name="fileName">Path of the file.</param>
    /// <param name="apiPreference">The library that reads.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public VideoCapture(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) : this(fileName, apiPreference, [])
    {
    }

    /// <summary>Opens a file with parameters. <see cref="IsOpened"/> tells whether that succeeded.</summary>
    /// <param name="fileName">Path of the file.</param>
    /// <param name="apiPreference">The library that reads.</param>
    /// <param name="prms">Pairs of <see cref="VideoCaptureProperties"/> and value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public VideoCapture(string fileName, VideoCaptureAPIs apiPreference, int[] prms) : this()
    {
        ArgumentNullException.ThrowIfNull(prms);
        OpenFile(fileName, apiPreference, prms);
        source = Source.File;
    }

    /// <summary>Opens a camera. <see cref="IsOpened"/> tells whether that succeeded.</summary>
    /// <param name="index">Number of the camera, from 0.</param>
    /// <param name="apiPreference">The library that reads.</param>
    public VideoCapture(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) : this()
    {
        OpenCamera(index, apiPreference);
        source = Source.Camera;
    }

    private enum Source
    {
        None,
        File,
        Camera,
    }

    private CaptureHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return handle;
        }
    }

    /// <summary>Frames per second; can be set for cameras only.</summary>
    /// <exception cref="NotSupportedException">It is set for a file.</exception>
    public double Fps
    {
        get => Get(VideoCaptureProperties.Fps);
        set => SetOfCamera(VideoCaptureProperties.Fps, value);
    }

    /// <summary>Width of the frames, pixels; can be set for cameras only.</summary>
    /// <exception cref="NotSupportedException">It is set for a file.</exception>
    public int FrameWidth
    {
        get => (int)Get(VideoCaptureProperties.FrameWidth);
        set => SetOfCamera(VideoCaptureProperties.FrameWidth, value);
    }

    /// <summary>Height of the frames, pixels; can be set for cameras only.</summary>
    /// <exception cref="NotSupportedException">It is set for a file.</exception>
    public int FrameHeight
    {
        get => (int)Get(VideoCaptureProperties.FrameHeight);
        set => SetOfCamera(VideoCaptureProperties.FrameHeight, value);
    }

    /// <summary>Number of frames in the file, as its header says.</summary>
    public int FrameCount => (int)Get(VideoCaptureProperties.FrameCount);

    /// <summary>Number of the frame that is read next, from 0; can be set for files only.</summary>
    /// <exception cref="NotSupportedException">It is set for a camera.</exception>
    public int PosFrames
    {
        get => (int)Get(VideoCaptureProperties.PosFrames);
        set
        {
            if (source == Source.Camera) throw new NotSupportedException("Only for video files");
            Set(VideoCaptureProperties.PosFrames, value);
        }
    }

    /// <summary>Position in the file, milliseconds.</summary>
    public int PosMsec
    {
        get => (int)Get(VideoCaptureProperties.PosMsec);
        set => Set(VideoCaptureProperties.PosMsec, value);
    }

    /// <summary>The codec's four characters; can be set for cameras only.</summary>
    /// <exception cref="NotSupportedException">It is set for a file.</exception>
    public string FourCC
    {
        get
        {
            var code = (int)Get(VideoCaptureProperties.FourCC);
            return new string([(char)(code & 255), (char)((code >> 8) & 255), (char)((code >> 16) & 255), (char)((code >> 24) & 255)]);
        }
        set => SetOfCamera(VideoCaptureProperties.FourCC, OpenCvSharp.FourCC.FromString(value).Value);
    }

    /// <summary>Opens a file.</summary>
    /// <param name="fileName">Path of the file.</param>
    /// <param name="apiPreference">The library that reads.</param>
    /// <returns>Whether the file was opened.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fileName"/> is null or empty.</exception>
    public bool Open(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        var opened = OpenFile(fileName, apiPreference, []);
        if (opened) source = Source.File;
        return opened;
    }

    /// <summary>Opens a camera.</summary>
    /// <param name="index">Number of the camera, from 0.</param>
    /// <param name="apiPreference">The library that reads.</param>
    /// <returns>Whether the camera was opened.</returns>
    public bool Open(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        var opened = OpenCamera(index, apiPreference);
        if (opened) source = Source.Camera;
        return opened;
    }

    /// <summary>Whether a file or camera is open.</summary>
    /// <returns>True when it is.</returns>
    public bool IsOpened()
    {
        Native.Check(Native.cvs_capture_is_opened(Handle, out var opened));
        return opened != 0;
    }

    /// <summary>Reads the next frame.</summary>
    /// <param name="image">Gets the frame; empty when there is none.</param>
    /// <returns>Whether there was a frame.</returns>
    public bool Read(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Read((OutputArray)image);
    }

    /// <summary>Reads the next frame.</summary>
    /// <param name="image">Gets the frame; empty when there is none.</param>
    /// <returns>Whether there was a frame.</returns>
    public bool Read(OutputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Native.Check(Native.cvs_capture_read(Handle, image.Handle, out var got));
        return got != 0;
    }

    /// <summary>Moves to the next frame without decoding it.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Grab()
    {
        Native.Check(Native.cvs_capture_grab(Handle, out var grabbed));
        return grabbed != 0;
    }

    /// <summary>Decodes the frame to which <see cref="Grab"/> moved.</summary>
    /// <param name="image">Gets the frame; empty when there is none.</param>
    /// <param name="flag">Which of several images of the frame.</param>
    /// <returns>Whether there was a frame.</returns>
    public bool Retrieve(Mat image, int flag = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Retrieve((OutputArray)image, flag);
    }

    /// <summary>Decodes the frame to which <see cref="Grab"/> moved.</summary>
    /// <param name="image">Gets the frame; empty when there is none.</param>
    /// <param name="flag">Which of several images of the frame.</param>
    /// <returns>Whether there was a frame.</returns>
    public bool Retrieve(OutputArray image, int flag = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        Native.Check(Native.cvs_capture_retrieve(Handle, image.Handle, flag, out var got));
        return got != 0;
    }

    /// <summary>Reads a property.</summary>
    /// <param name="propertyId">The property.</param>
    /// <returns>Its value; 0 when the library that reads does not know it.</returns>
    public double Get(VideoCaptureProperties propertyId) => Get((int)propertyId);

    /// <summary>Reads a property.</summary>
    /// <param name="propertyId">OpenCV's number of the property.</param>
    /// <returns>Its value; 0 when the library that reads does not know it.</returns>
    public double Get(int propertyId)
    {
        Native.Check(Native.cvs_capture_get(Handle, propertyId, out var value));
        return value;
    }

    /// <summary>Sets a property.</summary>
    /// <param name="propertyId">The property.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the library that reads accepted it.</returns>
    public bool Set(VideoCaptureProperties propertyId, double value) => Set((int)propertyId, value);

    /// <summary>Sets a property.</summary>
    /// <param name="propertyId">OpenCV's number of the property.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the library that reads accepted it.</returns>
    public bool Set(int propertyId, double value)
    {
        Native.Check(Native.cvs_capture_set(Handle, propertyId, value, out var accepted));
        return accepted != 0;
    }

    /// <summary>The library that reads.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="OpenCVException">Nothing is open.</exception>
    public unsafe string GetBackendName() => Native.Name((buffer, capacity) => Native.cvs_capture_backend(Handle, buffer, capacity));

    /// <summary>Closes the file or camera.</summary>
    public void Release() => Native.Check(Native.cvs_capture_release(Handle));

    private bool OpenFile(string fileName, VideoCaptureAPIs apiPreference, int[] prms)
    {
        if (string.IsNullOrEmpty(fileName)) throw new ArgumentNullException(nameof(fileName));
        Native.Check(Native.cvs_capture_open_file(Handle, fileName, (int)apiPreference, prms, prms.Length, out var opened));
        return opened != 0;
    }

    private bool OpenCamera(int index, VideoCaptureAPIs apiPreference)
    {
        Native.Check(Native.cvs_capture_open_camera(Handle, index, (int)apiPreference, [], 0, out var opened));
        return opened != 0;
    }

    private void SetOfCamera(VideoCaptureProperties property, double value)
    {
        if (source == Source.File) throw new NotSupportedException("Only for cameras");
        Set(property, value);
    }
}
