namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>Resizes the image, as <see cref="Cv2.Resize"/> does.</summary>
    /// <param name="dsize">Size of the result; the default size takes the factors instead.</param>
    /// <param name="fx">Horizontal factor; 0 takes it from <paramref name="dsize"/>.</param>
    /// <param name="fy">Vertical factor; 0 takes it from <paramref name="dsize"/>.</param>
    /// <param name="interpolation">How values between pixels are found.</param>
    /// <returns>The result.</returns>
    public Mat Resize(Size dsize, double fx = 0, double fy = 0, InterpolationFlags interpolation = InterpolationFlags.Linear) =>
        Result(dst => Cv2.Resize(this, dst, dsize, fx, fy, interpolation));

    /// <summary>Converts the colours, as <see cref="Cv2.CvtColor"/> does.</summary>
    /// <param name="code">The conversion.</param>
    /// <param name="dstCn">Number of channels of the result; 0 takes it from <paramref name="code"/>.</param>
    /// <returns>The result.</returns>
    public Mat CvtColor(ColorConversionCodes code, int dstCn = 0) => Result(dst => Cv2.CvtColor(this, dst, code, dstCn));

    /// <summary>Adds a border, as <see cref="Cv2.CopyMakeBorder"/> does.</summary>
    /// <param name="top">Height of the border above, pixels.</param>
    /// <param name="bottom">Height of the border below, pixels.</param>
    /// <param name="left">Width of the border to the left, pixels.</param>
    /// <param name="right">Width of the border to the right, pixels.</param>
    /// <param name="borderType">How the border is made up.</param>
    /// <param name="value">The border's value with <see cref="BorderTypes.Constant"/>; zeros when null.</param>
    /// <returns>The result.</returns>
    public Mat CopyMakeBorder(int top, int bottom, int left, int right, BorderTypes borderType, Scalar? value = null) =>
        Result(dst => Cv2.CopyMakeBorder(this, dst, top, bottom, left, right, borderType, value));

    /// <summary>Blurs the image, as <see cref="Cv2.GaussianBlur"/> does.</summary>
    /// <param name="ksize">Size of the window, odd numbers; the default size takes it from the deviations.</param>
    /// <param name="sigmaX">Horizontal standard deviation, pixels; 0 takes it from <paramref name="ksize"/>.</param>
    /// <param name="sigmaY">Vertical standard deviation, pixels; 0 takes <paramref name="sigmaX"/>.</param>
    /// <param name="borderType">How pixels outside the image are made up.</param>
    /// <returns>The result.</returns>
    public Mat GaussianBlur(Size ksize, double sigmaX, double sigmaY = 0, BorderTypes borderType = BorderTypes.Default) =>
        Result(dst => Cv2.GaussianBlur(this, dst, ksize, sigmaX, sigmaY, borderType));

    /// <summary>Compares each value with a threshold, as <see cref="Cv2.Threshold"/> does.</summary>
    /// <param name="thresh">The threshold.</param>
    /// <param name="maxval">The value that the binary kinds set.</param>
    /// <param name="type">What is done with a value.</param>
    /// <returns>The result.</returns>
    public Mat Threshold(double thresh, double maxval, ThresholdTypes type) => Result(dst => Cv2.Threshold(this, dst, thresh, maxval, type));

    /// <summary>Turns rows into columns.</summary>
    /// <returns>The result.</returns>
    public Mat Transpose() => Result(dst => Cv2.Transpose(this, dst));

    /// <summary>Takes one channel.</summary>
    /// <param name="coi">The channel, from 0.</param>
    /// <returns>A Mat of one channel.</returns>
    public Mat ExtractChannel(int coi) => Result(dst => Cv2.ExtractChannel(this, dst, coi));

    /// <summary>Takes all channels apart.</summary>
    /// <returns>One Mat a channel.</returns>
    public Mat[] Split() => Cv2.Split(this);

    /// <summary>Computes the mean of each channel.</summary>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    /// <returns>The means; 0 without an element.</returns>
    public Scalar Mean(InputArray? mask = null) => Cv2.Mean(this, mask);

    /// <summary>Sums each channel.</summary>
    /// <returns>The sums.</returns>
    public Scalar Sum() => Cv2.Sum(this);

    /// <summary>Counts the values other than 0 of a Mat of one channel.</summary>
    /// <returns>The number.</returns>
    public int CountNonZero() => Cv2.CountNonZero(this);

    /// <summary>Computes a norm.</summary>
    /// <param name="normType">The norm.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    /// <returns>The norm.</returns>
    public double Norm(NormTypes normType = NormTypes.L2, InputArray? mask = null) => Cv2.Norm(this, normType, mask);

    /// <summary>Finds the smallest and the largest value of a Mat of one channel.</summary>
    /// <param name="minVal">The smallest value.</param>
    /// <param name="maxVal">The largest value.</param>
    public void MinMaxLoc(out double minVal, out double maxVal) => Cv2.MinMaxLoc(this, out minVal, out maxVal);

    /// <summary>Finds where the smallest and the largest value of a Mat of one channel are.</summary>
    /// <param name="minLoc">Where the smallest is.</param>
    /// <param name="maxLoc">Where the largest is.</param>
    public void MinMaxLoc(out Point minLoc, out Point maxLoc) => Cv2.MinMaxLoc(this, out minLoc, out maxLoc);

    /// <summary>Finds the smallest and the largest value of a Mat of one channel and where they are.</summary>
    /// <param name="minVal">The smallest value.</param>
    /// <param name="maxVal">The largest value.</param>
    /// <param name="minLoc">Where the smallest is.</param>
    /// <param name="maxLoc">Where the largest is.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    public void MinMaxLoc(out double minVal, out double maxVal, out Point minLoc, out Point maxLoc, InputArray? mask = null) =>
        Cv2.MinMaxLoc(this, out minVal, out maxVal, out minLoc, out maxLoc, mask);

    private static Mat Result(Action<OutputArray> compute)
    {
        var result = new Mat();
        compute(result);
        return result;
    }
}
