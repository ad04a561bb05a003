namespace OpenCvSharp;

public static partial class Cv2
{
    /// <summary>Estimates how each pixel moved from one image to the next, by Farnebäck's method.</summary>
    /// <param name="prev">The first image: one channel of bytes.</param>
    /// <param name="next">The next image, of the same size.</param>
    /// <param name="flow">Gets two single-precision channels: the displacement to the right and down, pixels.</param>
    /// <param name="pyrScale">Factor between the levels of the pyramid, below 1.</param>
    /// <param name="levels">Number of levels of the pyramid, the images included.</param>
    /// <param name="winsize">Width of the window over which is averaged, pixels.</param>
    /// <param name="iterations">Number of iterations on each level.</param>
    /// <param name="polyN">Width of the neighbourhood that a polynomial approximates, 5 or 7.</param>
    /// <param name="polySigma">Standard deviation of the Gaussian window of the approximation.</param>
    /// <param name="flags">Options.</param>
    /// <exception cref="OpenCVException">The images differ in size or are not of one channel, or a number is out of range.</exception>
    public static void CalcOpticalFlowFarneback(
        InputArray prev, InputArray next, InputOutputArray flow, double pyrScale, int levels, int winsize, int iterations,
        int polyN, double polySigma, OpticalFlowFlags flags) =>
        Native.Check(Native.cvs_farneback(
            In(prev, nameof(prev)), In(next, nameof(next)), Out(flow, nameof(flow)),
            pyrScale, levels, winsize, iterations, polyN, polySigma, (int)flags));
}
