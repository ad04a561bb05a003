using VideoPoet.Core;

namespace VideoPoet.Models.FlowDepth;

/// <summary>Estimates how the pixels of a clip move and how near they are, from nothing but its frames. It may be used by several threads.</summary>
public interface IFlowDepthEstimator : IDisposable
{
    /// <summary>What the sizes of frames must be multiples of.</summary>
    int Stride { get; }

    /// <summary>What it computes: a text that changes with its kind and its weights, which must not change after the first look at it.</summary>
    string Fingerprint { get; }

    /// <summary>Estimates every frame of a clip; the same frames always give the same numbers.</summary>
    /// <param name="frames">The clip.</param>
    /// <exception cref="ArgumentException">The size of the frames is no multiple of <see cref="Stride"/>.</exception>
    FlowDepthMaps Estimate(PixelFrames frames);
}
