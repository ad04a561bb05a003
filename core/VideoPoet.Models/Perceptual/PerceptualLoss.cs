using TorchSharp;
using VideoPoet.Core;
using static TorchSharp.torch;

namespace VideoPoet.Models.Perceptual;

/// <summary>How different decoded clips look from real ones, frame by frame: the distance between what a feature network sees in both.</summary>
/// <remarks>It owns nothing: who made the network disposes of it.</remarks>
public sealed class PerceptualLoss
{
    private readonly IFeatureNetwork _network;
    private readonly int? _framesPerClip;

    /// <summary>Makes a loss.</summary>
    /// <param name="network">What looks at the frames.</param>
    /// <param name="framesPerClip">
    /// How many frames of a longer clip are compared, drawn anew each time with libtorch's random numbers and in equal stretches of the clip; all if
    /// null.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are no frames to compare.</exception>
    public PerceptualLoss(IFeatureNetwork network, int? framesPerClip = null)
    {
        if (framesPerClip is < 1)
            throw new ArgumentOutOfRangeException(nameof(framesPerClip), framesPerClip, "at least one frame of a clip must be compared.");
        _network = network;
        _framesPerClip = framesPerClip;
    }

    /// <summary>The mean distance of all frames that are compared.</summary>
    /// <param name="decoded">
    /// Frames, [batch, 3, height, width], or clips, [batch, 3, frames, height, width], from −1 to 1; gradients reach them.
    /// </param>
    /// <param name="real">What they should look like, of the same shape; no gradient reaches it.</param>
    /// <returns>A scalar of at least 0, and 0 for equal clips.</returns>
    /// <exception cref="ArgumentException">The shapes differ, are not those of clips or frames, or are too small for the network.</exception>
    public Tensor Of(Tensor decoded, Tensor real)
    {
        using var scope = NewDisposeScope();
        return Distances(decoded, real).mean().MoveToOuterDisposeScope();
    }

    /// <summary>The distance of each frame that is compared.</summary>
    /// <param name="decoded">As for <see cref="Of"/>.</param>
    /// <param name="real">As for <see cref="Of"/>.</param>
    /// <returns>[batch] for frames, [batch, compared frames] for clips.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>.</exception>
    public Tensor Distances(Tensor decoded, Tensor real)
    {
        Check(decoded, real);
        using var scope = NewDisposeScope();
        if (decoded.dim() == 4)
            return OfFrames(decoded, real).MoveToOuterDisposeScope();
        if (_framesPerClip is { } count && count < decoded.shape[2])
        {
            var chosen = Chosen(decoded.shape[2], count).to(decoded.device);
            (decoded, real) = (decoded.index_select(2, chosen), real.index_select(2, chosen));
        }
        var distances = OfFrames(Frames(decoded), Frames(real));
        return distances.reshape(decoded.shape[0], decoded.shape[2]).MoveToOuterDisposeScope();
    }

    private Tensor OfFrames(Tensor decoded, Tensor real)
    {
        IReadOnlyList<Tensor> expected;
        using (no_grad())
            expected = _network.Extract(real);
        return _network.Extract(decoded)
            .Zip(expected, (map, wanted) => map.sub(wanted).square().sum(1).mean([1, 2]))
            .Aggregate((sum, term) => sum.add(term));
    }

    /// <summary>One random frame out of each of equal stretches.</summary>
    private static Tensor Chosen(long frames, int count)
    {
        var stretch = (double)frames / count;
        return arange(count, ScalarType.Float64, CPU).add(rand(count, ScalarType.Float64, CPU)).mul(stretch).floor()
            .clamp(max: frames - 1).to_type(ScalarType.Int64);
    }

    /// <summary>[batch, 3, frames, height, width] → [batch · frames, 3, height, width]</summary>
    private static Tensor Frames(Tensor clips) => clips.transpose(1, 2).flatten(0, 1);

    private void Check(Tensor decoded, Tensor real)
    {
        if (!decoded.shape.AsSpan().SequenceEqual(real.shape))
            throw new ArgumentException($"decoded and real clips must have one shape, found [{Text(decoded)}] and [{Text(real)}].", nameof(real));
        if (decoded.shape is not ([_, PixelFrames.Channels, _, _] or [_, PixelFrames.Channels, _, _, _]))
        {
            throw new ArgumentException(
                $"frames must be [batch, 3, height, width] and clips [batch, 3, frames, height, width], found [{Text(decoded)}].", nameof(decoded));
        }
        if (decoded.shape[^1] < _network.SmallestSize || decoded.shape[^2] < _network.SmallestSize)
        {
            throw new ArgumentException(
                $"frames must have at least {_network.SmallestSize} × {_network.SmallestSize} pixels for this network, found [{Text(decoded)}].",
                nameof(decoded));
        }
    }

    private static string Text(Tensor tensor) => string.Join(", ", tensor.shape);
}
