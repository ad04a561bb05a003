namespace VideoPoet.Inference.Decoding.Sampling;

/// <summary>
/// Takes away the weights of all but the greatest logits, by selection digit by digit instead of sorting. Of equal logits at the border the first are
/// kept.
/// </summary>
internal sealed class Cut
{
    private const int DigitBits = 11, Digits = 3;

    private readonly int[] _counts = new int[1 << DigitBits];
    private readonly double[] _masses = new double[1 << DigitBits];

    /// <summary>Keeps so many.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="weights">Their weights; those that are not kept become 0.</param>
    /// <param name="count">How many are kept, at least 1 and less than there are.</param>
    public void KeepCount(ReadOnlySpan<float> logits, Span<float> weights, int count)
    {
        var left = count;
        var border = Select(logits, weights, (digitCount, _) =>
        {
            if (digitCount >= left)
                return true;
            left -= digitCount;
            return false;
        });
        Clear(logits, weights, border, left);
    }

    /// <summary>Keeps as many of those that have weight as together have a given weight.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="weights">Their weights; those that are not kept become 0.</param>
    /// <param name="mass">The weight, above 0, at most that of all.</param>
    public void KeepMass(ReadOnlySpan<float> logits, Span<float> weights, double mass)
    {
        var left = mass;
        var border = Select(logits, weights, (_, digitMass) =>
        {
            if (digitMass >= left)
                return true;
            left -= digitMass;
            return false;
        });
        var each = 0f;
        for (var index = 0; index < logits.Length && each == 0; index++)
            each = Key(logits[index]) == border ? weights[index] : 0;
        Clear(logits, weights, border, each == 0 ? 1 : (int)Math.Clamp(Math.Ceiling(left / each), 1, logits.Length));
    }

    // Digit by digit from the greatest down: the key at which the border lies.
    private uint Select(ReadOnlySpan<float> logits, ReadOnlySpan<float> weights, Func<int, double, bool> isBorder)
    {
        var (prefix, known) = (0u, 0);
        for (var digit = 0; digit < Digits; digit++)
        {
            var bits = Math.Min(DigitBits, 32 - known);
            var shift = 32 - known - bits;
            Array.Clear(_counts);
            Array.Clear(_masses);
            for (var index = 0; index < logits.Length; index++)
            {
                var key = Key(logits[index]);
                if (weights[index] == 0 || (known > 0 && key >> (32 - known) != prefix))
                    continue;
                var value = (int)(key >> shift) & ((1 << bits) - 1);
                _counts[value]++;
                _masses[value] += weights[index];
            }
            var chosen = -1;
            var least = -1;
            for (var value = (1 << bits) - 1; value >= 0 && chosen < 0; value--)
            {
                if (_counts[value] == 0)
                    continue;
                least = value;
                if (isBorder(_counts[value], _masses[value]))
                    chosen = value;
            }
            // Fewer have weight than are to be kept, or their sum was rounded: the border is the last of them.
            prefix = (prefix << bits) | (uint)(chosen < 0 ? least : chosen);
            known += bits;
        }
        return prefix;
    }

    private static void Clear(ReadOnlySpan<float> logits, Span<float> weights, uint border, int ofBorder)
    {
        for (var index = 0; index < logits.Length; index++)
        {
            var key = Key(logits[index]);
            if (key < border || (key == border && weights[index] != 0 && --ofBorder < 0))
                weights[index] = 0;
        }
    }

    // In the order of the numbers.
    private static uint Key(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value + 0f); // -0 becomes 0
        return (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
    }
}
