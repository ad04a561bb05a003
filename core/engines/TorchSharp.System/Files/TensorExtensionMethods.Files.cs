using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    private const int LargestRank = 64;
    private const int TransferBytes = 1 << 20;

    /// <summary>A parameter that takes the place of a tensor.</summary>
    /// <param name="tensor">A leaf; it is empty afterwards.</param>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes the type, the shape and the elements of a tensor in the package's own format.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="writer">Where to write.</param>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        using var silent = no_grad();
        writer.Encode((long)tensor.dtype);
        writer.Encode(tensor.Dimensions);
        foreach (var size in tensor.shape)
            writer.Encode(size);
        using var scope = NewDisposeScope();
        tensor.to(CPU).contiguous().WriteBytesToStream(writer.BaseStream, TransferBytes);
    }

    /// <summary>Writes a tensor in the package's own format and closes the stream.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="stream">Where to write.</param>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes a tensor to a file in the package's own format.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="location">The file.</param>
    public static void Save(this Tensor tensor, string location) => tensor.Save(File.Create(location));

    /// <summary>Reads elements into a tensor.</summary>
    /// <param name="tensor">Of the type and shape that was written.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether the elements are passed over.</param>
    /// <exception cref="ArgumentException">The type or the shape differs.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"The file has elements of type {type}, the tensor takes {tensor.dtype}.", nameof(tensor));
        ReadElements(tensor, type, shape, reader, skip);
    }

    /// <summary>Reads a tensor.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether the elements are passed over, so that the result is zeros.</param>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor;
    }

    /// <summary>Reads elements into a tensor, which is made if there is none.</summary>
    /// <param name="tensor">Of the shape that was written, or null.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="skip">Whether the elements are passed over.</param>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public static void Load([System.Diagnostics.CodeAnalysis.NotNull] ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        tensor ??= zeros(shape, type);
        ReadElements(tensor, type, shape, reader, skip);
    }

    /// <summary>Passes over a tensor.</summary>
    internal static void Skip(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        SkipElements(type, shape, reader);
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = reader.Decode();
        var rank = reader.Decode();
        if (type > (long)ScalarType.BFloat16 || rank > LargestRank)
            throw new InvalidDataException($"The file is not a tensor: it has type {type} and {rank} dimensions.");
        var shape = new long[rank];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.Decode();
        return ((ScalarType)type, shape);
    }

    private static void ReadElements(Tensor tensor, ScalarType type, long[] shape, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            SkipElements(type, shape, reader);
            return;
        }
        if (!shape.SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"The file has shape [{string.Join(", ", shape)}], the tensor takes [{string.Join(", ", tensor.shape)}].", nameof(tensor));
        using var silent = no_grad();
        using var elements = empty(shape, type);
        elements.ReadBytesFromStream(reader.BaseStream, TransferBytes);
        tensor.copy_(elements);
    }

    // A stream need not be seekable.
    private static void SkipElements(ScalarType type, long[] shape, BinaryReader reader)
    {
        var bytes = shape.Aggregate((long)type.ElementSize(), (product, size) => product * size);
        var buffer = new byte[Math.Min(bytes, TransferBytes)];
        for (var left = bytes; left > 0; left -= buffer.Length)
            reader.BaseStream.ReadExactly(buffer, 0, (int)Math.Min(left, buffer.Length));
    }
}
