using VideoPoet.Models.FlowDepth;

namespace VideoPoet.FlowDepth;

/// <summary>The network that comes with the plugin.</summary>
internal static class ShippedEstimator
{
    /// <summary>Its weights, beside the plugin's assembly.</summary>
    public static string WeightFile { get; } =
        Path.Combine(Path.GetDirectoryName(typeof(ShippedEstimator).Assembly.Location) ?? "", "flow-depth.safetensors");

    /// <summary>Loads it.</summary>
    /// <param name="weightFile">The weights.</param>
    /// <exception cref="IOException">They are missing or broken.</exception>
    public static IFlowDepthEstimator Load(string weightFile)
    {
        try
        {
            return FlowDepthFile.Load(weightFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new IOException(
                $"the weights of the view '{FlowDepthView.Name}' cannot be read, and it needs them beside its plugin; install the plugin anew. "
                + exception.Message,
                exception);
        }
    }
}
