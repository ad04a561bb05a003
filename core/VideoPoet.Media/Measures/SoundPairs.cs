namespace VideoPoet.Media;

/// <summary>The rule for sounds that are compared.</summary>
internal static class SoundPairs
{
    /// <summary>Checks that two sounds have as many samples.</summary>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static void Check(ReadOnlySpan<float> original, ReadOnlySpan<float> other)
    {
        if (original.Length != other.Length)
            throw new ArgumentException($"only sounds of one length compare, found {original.Length} and {other.Length} samples.", nameof(other));
    }
}
