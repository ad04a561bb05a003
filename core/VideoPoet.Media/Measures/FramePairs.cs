using VideoPoet.Core;

namespace VideoPoet.Media;

/// <summary>The rule for frames that are compared.</summary>
internal static class FramePairs
{
    /// <summary>Checks that two clips have as many frames of the same size.</summary>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static void Check(PixelFrames original, PixelFrames other)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(other);
        if ((original.Count, original.Width, original.Height) != (other.Count, other.Width, other.Height))
        {
            throw new ArgumentException(
                $"only frames of one number and size compare, found {original.Count} of {original.Width}×{original.Height} "
                + $"and {other.Count} of {other.Width}×{other.Height}.",
                nameof(other));
        }
    }
}
