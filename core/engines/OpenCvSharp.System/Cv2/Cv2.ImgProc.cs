namespace OpenCvSharp;

public static partial class Cv2
{
    /// <summary>Resizes an image.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the result.</param>
    /// <param name="dsize">Size of the result; the default size takes the factors instead.</param>
    /// <param name="fx">Horizontal factor; 0 takes it from <paramref name="dsize"/>.</param>
    /// <param name="fy">Vertical factor; 0 takes it from <paramref name="dsize"/>.</param>
    /// <param name="interpolation">How values between pixels are found.</param>
    /// <exception cref="OpenCVException">The image is empty, or neither size nor factors are positive.</exception>
    public static void Resize(
        InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0, InterpolationFlags interpolation = InterpolationFlags.Linear) =>
        Native.Check(Native.cvs_resize(In(src, nameof(src)), Out(dst, nameof(dst)), dsize, fx, fy, (int)interpolation));

    /// <summary>Converts the colours of an image.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the result.</param>
    /// <param name="code">The conversion.</param>
    /// <param name="dstCn">Number of channels of the result; 0 takes it from <paramref name="code"/>.</param>
    /// <exception cref="OpenCVException">The image is empty, or has not the channels or depth of the conversion.</exception>
    public static void CvtColor(InputArray src, OutputArray dst, ColorConversionCodes code, int dstCn = 0) =>
        Native.Check(Native.cvs_cvt_color(In(src, nameof(src)), Out(dst, nameof(dst)), (int)code, dstCn));

    /// <summary>Blurs an image with a Gaussian window.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the result.</param>
    /// <param name="ksize">Size of the window, odd numbers; the default size takes it from the deviations.</param>
    /// <param name="sigmaX">Horizontal standard deviation, pixels; 0 takes it from <paramref name="ksize"/>.</param>
    /// <param name="sigmaY">Vertical standard deviation, pixels; 0 takes <paramref name="sigmaX"/>.</param>
    /// <param name="borderType">How pixels outside the image are made up.</param>
    /// <exception cref="OpenCVException">The image is empty, or the window's size is not odd.</exception>
    public static void GaussianBlur(
        InputArray src, OutputArray dst, Size ksize, double sigmaX, double sigmaY = 0, BorderTypes borderType = BorderTypes.Default) =>
        Native.Check(Native.cvs_gaussian_blur(In(src, nameof(src)), Out(dst, nameof(dst)), ksize, sigmaX, sigmaY, (int)borderType));

    /// <summary>Compares each value with a threshold.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the result.</param>
    /// <param name="thresh">The threshold.</param>
    /// <param name="maxval">The value that the binary kinds set.</param>
    /// <param name="type">What is done with a value.</param>
    /// <returns>The threshold that was used: with Otsu's and the triangle method, the one that was found.</returns>
    public static double Threshold(InputArray src, OutputArray dst, double thresh, double maxval, ThresholdTypes type)
    {
        Native.Check(Native.cvs_threshold(In(src, nameof(src)), Out(dst, nameof(dst)), thresh, maxval, (int)type, out var used));
        return used;
    }

    /// <summary>Takes each pixel of the result from a given place.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the result, of the size of the maps.</param>
    /// <param name="map1">The places as two channels, or their columns, in single precision.</param>
    /// <param name="map2">The places' rows, or an empty Mat.</param>
    /// <param name="interpolation">How values between pixels are found.</param>
    /// <param name="borderMode">How pixels outside the image are made up.</param>
    /// <param name="borderValue">The value outside with <see cref="BorderTypes.Constant"/>; zeros when null.</param>
    public static void Remap(
        InputArray src, OutputArray dst, InputArray map1, InputArray map2, InterpolationFlags interpolation = InterpolationFlags.Linear,
        BorderTypes borderMode = BorderTypes.Constant, Scalar? borderValue = null) =>
        Native.Check(Native.cvs_remap(
            In(src, nameof(src)), Out(dst, nameof(dst)), In(map1, nameof(map1)), In(map2, nameof(map2)),
            (int)interpolation, (int)borderMode, borderValue.GetValueOrDefault()));
}
