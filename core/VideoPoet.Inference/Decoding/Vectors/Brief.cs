namespace VideoPoet.Inference.Decoding.Vectors;

/// <summary>The type bfloat16: the upper half of single precision.</summary>
internal static class Brief
{
    /// <summary>Rounds to nearest, ties to even.</summary>
    /// <param name="value">A number.</param>
    public static ushort Round(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
