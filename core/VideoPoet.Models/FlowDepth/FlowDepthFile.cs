using static TorchSharp.torch;

namespace VideoPoet.Models.FlowDepth;

/// <summary>Opens estimators of flow and depth, frozen.</summary>
public static class FlowDepthFile
{
    /// <summary>Loads an estimator, on the processor.</summary>
    /// <param name="path">The weights of a <see cref="FlowDepthNetwork"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is broken or of no such network.</exception>
    public static IFlowDepthEstimator Load(string path) => FlowDepthNetwork.Load(path, CPU);
}
