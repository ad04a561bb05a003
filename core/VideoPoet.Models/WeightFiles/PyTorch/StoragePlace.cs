using TorchSharp;
using VideoPoet.Core;

namespace VideoPoet.Models.WeightFiles;

/// <summary>Finds the place of a checkpoint's tensor in its archive, and makes sure that it stays within its storage.</summary>
internal static class StoragePlace
{
    private const int MostDimensions = 64;

    /// <param name="name">The tensor's name.</param>
    /// <param name="tensor">What the checkpoint says of it.</param>
    /// <param name="member">The file of its storage, or null when the archive lacks it.</param>
    /// <exception cref="FormatException">The tensor is none, or exceeds its storage.</exception>
    public static MappedTensor Of(string name, PickleValue.Tensor tensor, ZipMember? member)
    {
        var (storage, offset, shape, strides) = tensor;
        if (shape.Count != strides.Count || shape.Count > MostDimensions || shape.Concat(strides).Append(offset).Any(number => number < 0))
            throw new FormatException($"'{name}' has the shape [{shape}] with the strides [{strides}] from element {offset}, which is no tensor.");
        if (member is null)
            throw new FormatException($"'{name}' lies in 'data/{storage.Key}', which the archive lacks.");
        try
        {
            CheckSize(name, storage, member);
            var entry = new WeightEntry(name, storage.Type, shape);
            // A shape with more elements than its storage repeats some of them, without end if it likes.
            if (End(tensor, entry) > storage.Elements || entry.Elements > storage.Elements)
                throw new FormatException($"{entry} with the strides [{strides}] from element {offset} exceeds its storage of {storage.Elements}.");
            return new(entry, member.Offset + offset * storage.Type.ElementSize(), IsRowMajor(shape, strides) ? null : strides, member);
        }
        catch (OverflowException e)
        {
            throw new FormatException($"'{name}' has the shape [{shape}] with the strides [{strides}]: more than 64-bit numbers count.", e);
        }
    }

    private static void CheckSize(string name, PickleValue.Storage storage, ZipMember member)
    {
        if (checked(storage.Elements * storage.Type.ElementSize()) != member.Length)
            throw new FormatException(
                $"'{member.Name}' has {member.Length} bytes, and '{name}' needs it to hold {storage.Elements} of {storage.Type}.");
    }

    // The place after the last element, in elements of the storage.
    private static long End(PickleValue.Tensor tensor, WeightEntry entry) => entry.Elements == 0
        ? tensor.Offset
        : checked(tensor.Offset + 1 + tensor.Shape.Zip(tensor.Strides, (size, stride) => checked((size - 1) * stride)).Sum());

    private static bool IsRowMajor(ValueList<long> shape, ValueList<long> strides)
    {
        if (shape.Contains(0))
            return true;
        var step = 1L;
        for (var dim = shape.Count - 1; dim >= 0; dim--)
        {
            if (shape[dim] != 1 && strides[dim] != step)
                return false;
            step *= shape[dim];
        }
        return true;
    }
}
