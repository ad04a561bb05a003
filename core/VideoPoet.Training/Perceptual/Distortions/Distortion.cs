using static TorchSharp.torch;

namespace VideoPoet.Training.Perceptual;

/// <summary>One way in which a picture changes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How much people mind it.</param>
/// <param name="Apply">
/// Makes changed pictures, [batch, 3, height − 8, width − 8], of pictures with a border, [batch, 3, height, width], and strengths from 0 to 1,
/// [batch, 1, 1, 1]. What else it needs are libtorch's random numbers, always as many.
/// </param>
internal sealed record Distortion(string Name, DistortionKind Kind, Func<Tensor, Tensor, Tensor> Apply);

/// <summary>How much people mind a change, at the same squared error.</summary>
internal enum DistortionKind
{
    /// <summary>Hardly: every thing is still there and as sharp, a little moved, brighter or of another tint.</summary>
    Slight,

    /// <summary>More: it is seen, and what is behind it too.</summary>
    Grain,

    /// <summary>Most: what was there is gone, or something is there that was not.</summary>
    Damage,
}
