namespace OpenCvSharp;

/// <summary>The conversions of <see cref="Cv2.CvtColor"/>, named source first.</summary>
public enum ColorConversionCodes
{
    /// <summary>From BGR to BGRA.</summary>
    BGR2BGRA = 0,

    /// <summary>From RGB to RGBA.</summary>
    RGB2RGBA = 0,

    /// <summary>From BGRA to BGR.</summary>
    BGRA2BGR = 1,

    /// <summary>From RGBA to RGB.</summary>
    RGBA2RGB = 1,

    /// <summary>From BGR to RGBA.</summary>
    BGR2RGBA = 2,

    /// <summary>From RGB to BGRA.</summary>
    RGB2BGRA = 2,

    /// <summary>From RGBA to BGR.</summary>
    RGBA2BGR = 3,

    /// <summary>From BGRA to RGB.</summary>
    BGRA2RGB = 3,

    /// <summary>From BGR to RGB.</summary>
    BGR2RGB = 4,

    /// <summary>From RGB to BGR.</summary>
    RGB2BGR = 4,

    /// <summary>From BGRA to RGBA.</summary>
    BGRA2RGBA = 5,

    /// <summary>From RGBA to BGRA.</summary>
    RGBA2BGRA = 5,

    /// <summary>From BGR to one grey channel.</summary>
    BGR2GRAY = 6,

    /// <summary>From RGB to one grey channel.</summary>
    RGB2GRAY = 7,

    /// <summary>From one grey channel to BGR.</summary>
    GRAY2BGR = 8,

    /// <summary>From one grey channel to RGB.</summary>
    GRAY2RGB = 8,

    /// <summary>From one grey channel to BGRA.</summary>
    GRAY2BGRA = 9,

    /// <summary>From one grey channel to RGBA.</summary>
    GRAY2RGBA = 9,

    /// <summary>From BGRA to one grey channel.</summary>
    BGRA2GRAY = 10,

    /// <summary>From RGBA to one grey channel.</summary>
    RGBA2GRAY = 11,

    /// <summary>From BGR to XYZ.</summary>
    BGR2XYZ = 32,

    /// <summary>From RGB to XYZ.</summary>
    RGB2XYZ = 33,

    /// <summary>From XYZ to BGR.</summary>
    XYZ2BGR = 34,

    /// <summary>From XYZ to RGB.</summary>
    XYZ2RGB = 35,

    /// <summary>From BGR to YCrCb.</summary>
    BGR2YCrCb = 36,

    /// <summary>From RGB to YCrCb.</summary>
    RGB2YCrCb = 37,

    /// <summary>From YCrCb to BGR.</summary>
    YCrCb2BGR = 38,

    /// <summary>From YCrCb to RGB.</summary>
    YCrCb2RGB = 39,

    /// <summary>From BGR to HSV.</summary>
    BGR2HSV = 40,

    /// <summary>From RGB to HSV.</summary>
    RGB2HSV = 41,

    /// <summary>From BGR to Lab.</summary>
    BGR2Lab = 44,

    /// <summary>From RGB to Lab.</summary>
    RGB2Lab = 45,

    /// <summary>From BGR to Luv.</summary>
    BGR2Luv = 50,

    /// <summary>From RGB to Luv.</summary>
    RGB2Luv = 51,

    /// <summary>From BGR to HLS.</summary>
    BGR2HLS = 52,

    /// <summary>From RGB to HLS.</summary>
    RGB2HLS = 53,

    /// <summary>From HSV to BGR.</summary>
    HSV2BGR = 54,

    /// <summary>From HSV to RGB.</summary>
    HSV2RGB = 55,

    /// <summary>From Lab to BGR.</summary>
    Lab2BGR = 56,

    /// <summary>From Lab to RGB.</summary>
    Lab2RGB = 57,

    /// <summary>From Luv to BGR.</summary>
    Luv2BGR = 58,

    /// <summary>From Luv to RGB.</summary>
    Luv2RGB = 59,

    /// <summary>From HLS to BGR.</summary>
    HLS2BGR = 60,

    /// <summary>From HLS to RGB.</summary>
    HLS2RGB = 61,

    /// <summary>From BGR to HSV, with hue over 0 to 255 in 8 bits.</summary>
    BGR2HSV_FULL = 66,

    /// <summary>From RGB to HSV, with hue over 0 to 255 in 8 bits.</summary>
    RGB2HSV_FULL = 67,

    /// <summary>From HSV to BGR, with hue over 0 to 255 in 8 bits.</summary>
    HSV2BGR_FULL = 70,

    /// <summary>From HSV to RGB, with hue over 0 to 255 in 8 bits.</summary>
    HSV2RGB_FULL = 71,

    /// <summary>From BGR to YUV.</summary>
    BGR2YUV = 82,

    /// <summary>From RGB to YUV.</summary>
    RGB2YUV = 83,

    /// <summary>From YUV to BGR.</summary>
    YUV2BGR = 84,

    /// <summary>From YUV to RGB.</summary>
    YUV2RGB = 85,

    /// <summary>From YUV to RGB, planes laid out as NV12.</summary>
    YUV2RGB_NV12 = 90,

    /// <summary>From YUV to BGR, planes laid out as NV12.</summary>
    YUV2BGR_NV12 = 91,

    /// <summary>From YUV to RGB, planes laid out as YV12.</summary>
    YUV2RGB_YV12 = 98,

    /// <summary>From YUV to BGR, planes laid out as YV12.</summary>
    YUV2BGR_YV12 = 99,

    /// <summary>From YUV to RGB, planes laid out as I420.</summary>
    YUV2RGB_I420 = 100,

    /// <summary>From YUV to BGR, planes laid out as I420.</summary>
    YUV2BGR_I420 = 101,

    /// <summary>From RGB to YUV, planes laid out as I420.</summary>
    RGB2YUV_I420 = 127,

    /// <summary>From BGR to YUV, planes laid out as I420.</summary>
    BGR2YUV_I420 = 128,

    /// <summary>From RGB to YUV, planes laid out as YV12.</summary>
    RGB2YUV_YV12 = 131,

    /// <summary>From BGR to YUV, planes laid out as YV12.</summary>
    BGR2YUV_YV12 = 132,
}
