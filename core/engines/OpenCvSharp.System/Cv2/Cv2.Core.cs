namespace OpenCvSharp;

public static partial class Cv2
{
    /// <summary>Adds two arrays, or an array and a value, and clamps.</summary>
    /// <param name="src1">The one.</param>
    /// <param name="src2">The other.</param>
    /// <param name="dst">Gets the sum.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are written.</param>
    /// <param name="dtype">Depth of the result; −1 takes the operands'.</param>
    public static void Add(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Native.Check(Native.cvs_add(In(src1, nameof(src1)), In(src2, nameof(src2)), Out(dst, nameof(dst)), Optional(mask), dtype));

    /// <summary>Subtracts two arrays, or an array and a value, and clamps.</summary>
    /// <param name="src1">From this.</param>
    /// <param name="src2">This.</param>
    /// <param name="dst">Gets the difference.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are written.</param>
    /// <param name="dtype">Depth of the result; −1 takes the operands'.</param>
    public static void Subtract(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Native.Check(Native.cvs_subtract(In(src1, nameof(src1)), In(src2, nameof(src2)), Out(dst, nameof(dst)), Optional(mask), dtype));

    /// <summary>Multiplies element by element: <paramref name="scale"/> × one × other, clamped.</summary>
    /// <param name="src1">The one.</param>
    /// <param name="src2">The other.</param>
    /// <param name="dst">Gets the product.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="dtype">Depth of the result; −1 takes the operands'.</param>
    public static void Multiply(InputArray src1, InputArray src2, OutputArray dst, double scale = 1, int dtype = -1) =>
        Native.Check(Native.cvs_multiply(In(src1, nameof(src1)), In(src2, nameof(src2)), Out(dst, nameof(dst)), scale, dtype));

    /// <summary>Takes the absolute difference element by element.</summary>
    /// <param name="src1">The one.</param>
    /// <param name="src2">The other.</param>
    /// <param name="dst">Gets the difference.</param>
    public static void Absdiff(InputArray src1, InputArray src2, OutputArray dst) =>
        Native.Check(Native.cvs_absdiff(In(src1, nameof(src1)), In(src2, nameof(src2)), Out(dst, nameof(dst))));

    /// <summary>Blends two arrays: one × <paramref name="alpha"/> + other × <paramref name="beta"/> + <paramref name="gamma"/>, clamped.</summary>
    /// <param name="src1">The one.</param>
    /// <param name="alpha">Its weight.</param>
    /// <param name="src2">The other.</param>
    /// <param name="beta">Its weight.</param>
    /// <param name="gamma">What is added.</param>
    /// <param name="dst">Gets the blend.</param>
    /// <param name="dtype">Depth of the result; −1 takes the operands'.</param>
    public static void AddWeighted(InputArray src1, double alpha, InputArray src2, double beta, double gamma, OutputArray dst, int dtype = -1) =>
        Native.Check(Native.cvs_add_weighted(
            In(src1, nameof(src1)), alpha, In(src2, nameof(src2)), beta, gamma, Out(dst, nameof(dst)), dtype));

    /// <summary>Inverts all bits.</summary>
    /// <param name="src">The array.</param>
    /// <param name="dst">Gets the result.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 are written.</param>
    public static void BitwiseNot(InputArray src, OutputArray dst, InputArray? mask = null) =>
        Native.Check(Native.cvs_bitwise_not(In(src, nameof(src)), Out(dst, nameof(dst)), Optional(mask)));

    /// <summary>Turns rows into columns.</summary>
    /// <param name="src">The array.</param>
    /// <param name="dst">Gets the result.</param>
    public static void Transpose(InputArray src, OutputArray dst) =>
        Native.Check(Native.cvs_transpose(In(src, nameof(src)), Out(dst, nameof(dst))));

    /// <summary>Adds a border.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the image with its border.</param>
    /// <param name="top">Height of the border above, pixels.</param>
    /// <param name="bottom">Height of the border below, pixels.</param>
    /// <param name="left">Width of the border to the left, pixels.</param>
    /// <param name="right">Width of the border to the right, pixels.</param>
    /// <param name="borderType">How the border is made up.</param>
    /// <param name="value">The border's value with <see cref="BorderTypes.Constant"/>; zeros when null.</param>
    public static void CopyMakeBorder(
        InputArray src, OutputArray dst, int top, int bottom, int left, int right, BorderTypes borderType, Scalar? value = null) =>
        Native.Check(Native.cvs_copy_make_border(
            In(src, nameof(src)), Out(dst, nameof(dst)), top, bottom, left, right, (int)borderType, value.GetValueOrDefault()));

    /// <summary>Takes all channels apart.</summary>
    /// <param name="src">The image.</param>
    /// <param name="mv">One Mat a channel.</param>
    public static void Split(Mat src, out Mat[] mv) => mv = Split(src);

    /// <summary>Takes all channels apart.</summary>
    /// <param name="src">The image.</param>
    /// <returns>One Mat a channel; none when the image is empty.</returns>
    public static Mat[] Split(Mat src)
    {
        ArgumentNullException.ThrowIfNull(src);
        if (src.Empty()) return [];
        Mat[] channels = [.. Enumerable.Range(0, src.Channels()).Select(_ => new Mat())];
        using var pointers = new MatPointers(channels, nameof(src));
        Native.Check(Native.cvs_split(src.Handle, pointers.Addresses));
        return channels;
    }

    /// <summary>Puts channels together.</summary>
    /// <param name="mv">The channels, at least one, of the same size and depth.</param>
    /// <param name="dst">Gets the image.</param>
    /// <exception cref="ArgumentException">There is no channel, or one is null.</exception>
    public static void Merge(Mat[] mv, Mat dst)
    {
        using var pointers = new MatPointers(mv, nameof(mv));
        Native.Check(Native.cvs_merge(pointers.Addresses, pointers.Addresses.Length, Out(dst, nameof(dst))));
    }

    /// <summary>Takes one channel.</summary>
    /// <param name="src">The image.</param>
    /// <param name="dst">Gets the channel.</param>
    /// <param name="coi">The channel, from 0.</param>
    public static void ExtractChannel(InputArray src, OutputArray dst, int coi) =>
        Native.Check(Native.cvs_extract_channel(In(src, nameof(src)), Out(dst, nameof(dst)), coi));

    /// <summary>Puts images side by side.</summary>
    /// <param name="src">The images from left to right, of the same height and type.</param>
    /// <param name="dst">Gets the result.</param>
    /// <exception cref="ArgumentException">There is no image, or one is null.</exception>
    public static void HConcat(IEnumerable<Mat> src, OutputArray dst)
    {
        using var pointers = new MatPointers(src, nameof(src));
        Native.Check(Native.cvs_hconcat(pointers.Addresses, pointers.Addresses.Length, Out(dst, nameof(dst))));
    }

    /// <summary>Puts images below each other.</summary>
    /// <param name="src">The images from top to bottom, of the same width and type.</param>
    /// <param name="dst">Gets the result.</param>
    /// <exception cref="ArgumentException">There is no image, or one is null.</exception>
    public static void VConcat(IEnumerable<Mat> src, OutputArray dst)
    {
        using var pointers = new MatPointers(src, nameof(src));
        Native.Check(Native.cvs_vconcat(pointers.Addresses, pointers.Addresses.Length, Out(dst, nameof(dst))));
    }

    /// <summary>Computes the mean of each channel.</summary>
    /// <param name="src">The array, of up to four channels.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    /// <returns>The means; 0 without an element.</returns>
    public static Scalar Mean(InputArray src, InputArray? mask = null)
    {
        Native.Check(Native.cvs_mean(In(src, nameof(src)), Optional(mask), out var mean));
        return mean;
    }

    /// <summary>Sums each channel.</summary>
    /// <param name="src">The array, of up to four channels.</param>
    /// <returns>The sums.</returns>
    public static Scalar Sum(InputArray src)
    {
        Native.Check(Native.cvs_sum(In(src, nameof(src)), out var sum));
        return sum;
    }

    /// <summary>Counts the values other than 0.</summary>
    /// <param name="mtx">An array of one channel.</param>
    /// <returns>The number.</returns>
    public static int CountNonZero(InputArray mtx)
    {
        Native.Check(Native.cvs_count_non_zero(In(mtx, nameof(mtx)), out var count));
        return count;
    }

    /// <summary>Computes a norm.</summary>
    /// <param name="src1">The array.</param>
    /// <param name="normType">The norm.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    /// <returns>The norm.</returns>
    public static double Norm(InputArray src1, NormTypes normType = NormTypes.L2, InputArray? mask = null)
    {
        Native.Check(Native.cvs_norm(In(src1, nameof(src1)), MatHandle.None, (int)normType, Optional(mask), out var norm));
        return norm;
    }

    /// <summary>Computes the norm of a difference.</summary>
    /// <param name="src1">The one array.</param>
    /// <param name="src2">The other.</param>
    /// <param name="normType">The norm.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    /// <returns>The norm.</returns>
    public static double Norm(InputArray src1, InputArray src2, NormTypes normType = NormTypes.L2, InputArray? mask = null)
    {
        Native.Check(Native.cvs_norm(In(src1, nameof(src1)), In(src2, nameof(src2)), (int)normType, Optional(mask), out var norm));
        return norm;
    }

    /// <summary>
    /// Scales so that the norm is <paramref name="alpha"/>, or scales and shifts so that the values reach from <paramref name="alpha"/>
    /// to <paramref name="beta"/>.
    /// </summary>
    /// <param name="src">The array.</param>
    /// <param name="dst">Gets the result.</param>
    /// <param name="alpha">The norm, or one end of the range.</param>
    /// <param name="beta">The other end of the range with <see cref="NormTypes.MinMax"/>.</param>
    /// <param name="normType">The norm.</param>
    /// <param name="dtype">Depth of the result; −1 takes the source's.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count and are written.</param>
    public static void Normalize(
        InputArray src, InputOutputArray dst, double alpha = 1, double beta = 0, NormTypes normType = NormTypes.L2, int dtype = -1,
        InputArray? mask = null) =>
        Native.Check(Native.cvs_normalize(In(src, nameof(src)), Out(dst, nameof(dst)), alpha, beta, (int)normType, dtype, Optional(mask)));

    /// <summary>Computes the peak signal-to-noise ratio.</summary>
    /// <param name="src1">The one array.</param>
    /// <param name="src2">The other.</param>
    /// <param name="r">The largest possible value.</param>
    /// <returns>Decibels.</returns>
    public static double PSNR(InputArray src1, InputArray src2, double r = 255.0)
    {
        Native.Check(Native.cvs_psnr(In(src1, nameof(src1)), In(src2, nameof(src2)), r, out var value));
        return value;
    }

    /// <summary>Finds the smallest and the largest value.</summary>
    /// <param name="src">An array of one channel.</param>
    /// <param name="minVal">The smallest value.</param>
    /// <param name="maxVal">The largest value.</param>
    public static void MinMaxLoc(InputArray src, out double minVal, out double maxVal) => MinMaxLoc(src, out minVal, out maxVal, out _, out _);

    /// <summary>Finds where the smallest and the largest value are.</summary>
    /// <param name="src">An array of one channel.</param>
    /// <param name="minLoc">Where the smallest is.</param>
    /// <param name="maxLoc">Where the largest is.</param>
    public static void MinMaxLoc(InputArray src, out Point minLoc, out Point maxLoc) => MinMaxLoc(src, out _, out _, out minLoc, out maxLoc);

    /// <summary>Finds the smallest and the largest value and where they are.</summary>
    /// <param name="src">An array of one channel.</param>
    /// <param name="minVal">The smallest value.</param>
    /// <param name="maxVal">The largest value.</param>
    /// <param name="minLoc">Where the smallest is.</param>
    /// <param name="maxLoc">Where the largest is.</param>
    /// <param name="mask">One byte an element; only elements where it is not 0 count.</param>
    public static void MinMaxLoc(
        InputArray src, out double minVal, out double maxVal, out Point minLoc, out Point maxLoc, InputArray? mask = null) =>
        Native.Check(Native.cvs_min_max_loc(In(src, nameof(src)), out minVal, out maxVal, out minLoc, out maxLoc, Optional(mask)));
}
