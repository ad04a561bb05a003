using VideoPoet.Core;
using VideoPoet.Models.FlowDepth;

namespace VideoPoet.FlowDepth;

/// <summary>The structure of a video without its look: optical flow and depth (paper §4.1), to be encoded as a video of its own.</summary>
/// <remarks><see cref="FlowDepthPixels"/> says what the channels hold. The last frame's flow is how what came before goes on.</remarks>
[ExportView(Name)]
public sealed class FlowDepthView : ILearnedView
{
    internal const string Name = "flow-depth";

    private readonly Lazy<IFlowDepthEstimator> _estimator;

    /// <summary>Takes the network that comes with the plugin, when it is first needed.</summary>
    public FlowDepthView()
        : this(() => ShippedEstimator.Load(ShippedEstimator.WeightFile))
    {
    }

    /// <summary>Takes another estimator.</summary>
    /// <param name="load">Loads it, once, when it is first needed.</param>
    internal FlowDepthView(Func<IFlowDepthEstimator> load) => _estimator = new(load);

    /// <inheritdoc/>
    /// <exception cref="IOException">The weights beside the plugin are missing or broken.</exception>
    public string Fingerprint => _estimator.Value.Fingerprint;

    /// <inheritdoc/>
    /// <exception cref="IOException">The weights beside the plugin are missing or broken.</exception>
    public Clip Apply(Clip clip, TaskParameters arguments)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var frames = clip.Frames ?? throw new ArgumentException($"the view '{Name}' needs frames, and the clip has none.", nameof(clip));
        return new() { Frames = FlowDepthPixels.Of(_estimator.Value.Estimate(frames), frames.Height, frames.Width) };
    }
}
