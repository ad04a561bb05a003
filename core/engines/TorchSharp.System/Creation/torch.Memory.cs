using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor over the memory of an array, which it keeps in place; without a copy unless the device differs.</summary>
    /// <param name="rawArray">An array of numbers or truth values, of any number of dimensions.</param>
    /// <param name="device">Where the tensor lives; the processor when null.</param>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device ?? CPU);

    /// <summary>A tensor over the memory of an array, which it keeps in place; without a copy unless the type or the device differs.</summary>
    /// <param name="rawArray">An array of numbers or truth values, of any number of dimensions.</param>
    /// <param name="dtype">The type of the elements; that of the array when null.</param>
    /// <param name="device">Where the tensor lives.</param>
    /// <param name="requires_grad">Whether gradients are recorded.</param>
    /// <param name="names">Must be null: dimensions have no names in this engine.</param>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        return Moved(Shared(rawArray, 0, Elements.Shape(rawArray)), dtype, device).Recording(requires_grad, names);
    }

    /// <summary>A vector over a part of an array's memory, which it keeps in place; without a copy unless the type differs.</summary>
    /// <param name="rawArray">An array of numbers or truth values.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="count">How many elements of the array; all from the offset when negative.</param>
    /// <param name="offset">The first element of the array.</param>
    /// <param name="requires_grad">Whether gradients are recorded.</param>
    /// <exception cref="ArgumentException">The offset is outside the array.</exception>
    /// <exception cref="IndexOutOfRangeException">There are fewer elements.</exception>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        if (offset < 0 || offset >= rawArray.LongLength)
            throw new ArgumentException($"The offset {offset} is outside the array, which has {rawArray.LongLength} elements.", nameof(offset));
        var available = rawArray.LongLength - offset;
        if (count > available)
            throw new IndexOutOfRangeException($"There are {available} elements from offset {offset}, asked for {count}.");
        return Moved(Shared(rawArray, offset, [count < 0 ? available : count]), dtype, CPU).Recording(requires_grad);
    }

    private static unsafe Tensor Shared(Array array, long offset, ReadOnlySpan<long> shape)
    {
        var type = ElementType.FromDotNet(array.GetType().GetElementType()!);
        var pin = new PinnedGCHandle<Array>(array);
        var data = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        return ForeignMemory.Wrap(data + offset * type.ElementSize(), shape, type, () => pin.Dispose());
    }

    private static Tensor CopiedArray<T>(
        Array array, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names) where T : unmanaged =>
        Copied(Elements.Flat<T>(array), Elements.Shape(array), dtype, device, requiresGrad, names);

    private static unsafe Tensor Copied<T>(
        ReadOnlySpan<T> elements, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names) where T : unmanaged
    {
        long count = 1;
        foreach (var size in shape)
            count = checked(count * size);
        if (count > elements.Length)
            throw new ArgumentException($"The sizes [{string.Join(", ", shape.ToArray())}] need {count} elements, given {elements.Length}.");
        var tensor = Ops.empty_memory_format.Invoke(shape, ElementType.Of<T>(), Argument.Default, CPU);
        elements[..(int)count].CopyTo(new Span<T>(tensor.DataPointer, (int)count));
        return Moved(tensor, dtype, device).Recording(requiresGrad, names);
    }

    private static Tensor OfNumber(in Argument number, ScalarType type, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Ops.scalar_tensor.Invoke(number, dtype ?? type, Argument.Default, InitializeDevice(device)).Recording(requiresGrad);

    private static Tensor Moved(Tensor tensor, ScalarType? dtype, Device? device)
    {
        var type = dtype ?? tensor.dtype;
        var place = InitializeDevice(device);
        return type == tensor.dtype && place.type == DeviceType.CPU ? tensor : tensor.to(type, place, disposeAfter: true);
    }
}
