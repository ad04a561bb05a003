namespace TorchSharp.Utils;

/// <summary>Integers as the files of the package hold them: seven bits a byte, the lowest first, a set top bit for more to come (LEB128).</summary>
internal static class VariableLengthInteger
{
    public static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    public static long Decode(this BinaryReader reader)
    {
        var value = reader.Read7BitEncodedInt64();
        return value >= 0 ? value : throw new InvalidDataException($"The file has {value} where a count or a type stands.");
    }
}
