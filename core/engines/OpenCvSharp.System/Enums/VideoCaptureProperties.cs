namespace OpenCvSharp;

/// <summary>The properties of a <see cref="VideoCapture"/>.</summary>
public enum VideoCaptureProperties
{
    /// <summary>Position in the file, milliseconds.</summary>
    PosMsec = 0,

    /// <summary>Number of the frame that is read next, from 0.</summary>
    PosFrames = 1,

    /// <summary>Position in the file, 0 to 1.</summary>
    PosAviRatio = 2,

    /// <summary>Width of the frames, pixels.</summary>
    FrameWidth = 3,

    /// <summary>Height of the frames, pixels.</summary>
    FrameHeight = 4,

    /// <summary>Frames per second.</summary>
    Fps = 5,

    /// <summary>Four-character code of the codec.</summary>
    FourCC = 6,

    /// <summary>Number of frames in the file, as its header says.</summary>
    FrameCount = 7,

    /// <summary>Type of the frames; −1 asks for undecoded packets.</summary>
    Format = 8,

    /// <summary>Mode of the library that reads.</summary>
    Mode = 9,

    /// <summary>Brightness of a camera.</summary>
    Brightness = 10,

    /// <summary>Contrast of a camera.</summary>
    Contrast = 11,

    /// <summary>Saturation of a camera.</summary>
    Saturation = 12,

    /// <summary>Hue of a camera.</summary>
    Hue = 13,

    /// <summary>Gain of a camera.</summary>
    Gain = 14,

    /// <summary>Exposure of a camera.</summary>
    Exposure = 15,

    /// <summary>Whether frames are converted to blue, green, red.</summary>
    ConvertRgb = 16,

    /// <summary>Number of frames that are buffered.</summary>
    BufferSize = 38,

    /// <summary>Numerator of the pixel's aspect ratio.</summary>
    SARNum = 40,

    /// <summary>Denominator of the pixel's aspect ratio.</summary>
    SARDen = 41,

    /// <summary>The library that reads, one of <see cref="VideoCaptureAPIs"/>.</summary>
    Backend = 42,

    /// <summary>Bit rate of the stream, kilobits per second.</summary>
    BitRate = 47,

    /// <summary>Rotation that the file asks for, degrees.</summary>
    OrientationMeta = 48,

    /// <summary>Whether frames are turned as <see cref="OrientationMeta"/> says.</summary>
    OrientationAuto = 49,

    /// <summary>Kind of hardware acceleration.</summary>
    HwAcceleration = 50,

    /// <summary>Index of the device that accelerates.</summary>
    HwDevice = 51,
}
