namespace OpenCvSharp;

/// <summary>The libraries that read and write video; which of them answer depends on how OpenCV was built.</summary>
public enum VideoCaptureAPIs
{
    /// <summary>The first that can.</summary>
    ANY = 0,

    /// <summary>Video4Linux.</summary>
    V4L = 200,

    /// <summary>Video4Linux, the same as <see cref="V4L"/>.</summary>
    V4L2 = 200,

    /// <summary>IEEE 1394 cameras.</summary>
    FIREWIRE = 300,

    /// <summary>DirectShow, on Windows.</summary>
    DSHOW = 700,

    /// <summary>Android's camera.</summary>
    ANDROID = 1000,

    /// <summary>AVFoundation, on macOS and iOS.</summary>
    AVFOUNDATION = 1200,

    /// <summary>Microsoft Media Foundation.</summary>
    MSMF = 1400,

    /// <summary>gPhoto2 cameras.</summary>
    GPHOTO2 = 1700,

    /// <summary>GStreamer.</summary>
    GSTREAMER = 1800,

    /// <summary>FFmpeg.</summary>
    FFMPEG = 1900,

    /// <summary>A sequence of image files, such as <c>frame%04d.png</c>.</summary>
    IMAGES = 2000,

    /// <summary>OpenCV's own reader and writer of MJPG in AVI.</summary>
    OPENCV_MJPEG = 2200,

    /// <summary>Intel Media SDK.</summary>
    INTEL_MFX = 2300,

    /// <summary>Xine.</summary>
    XINE = 2400,
}
