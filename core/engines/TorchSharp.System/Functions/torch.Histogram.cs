using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many elements fall into equal bins, and the edges of the bins.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">The number of bins.</param>
    /// <param name="range">The outer edges; the extremes of the elements when null.</param>
    /// <param name="weight">What each element counts; 1 when null.</param>
    /// <param name="density">Scales the counts so that the integral over the bins is 1.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false) =>
        Ops.histogram_bin_ct.Pair(input, bins, range is { } ends ? new[] { ends.min, ends.max } : null, weight, density);

    /// <summary>How many elements fall between ascending edges, and the edges.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="bins">The edges.</param>
    /// <param name="weight">What each element counts; 1 when null.</param>
    /// <param name="density">Scales the counts so that the integral over the bins is 1.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        Ops.histogram_bins_tensor.Pair(input, bins, weight, density);
}
