using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in another type, without a copy when they have it already.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The elements in another type, without a copy when they have it already.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(Ops.to_dtype.Invoke(this, type, non_blocking, copy), disposeAfter);

        /// <summary>The tensor on another device, without a copy when it is there already.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(device.type, device.index, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device, without a copy when it is there already.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device, without a copy when it is there already.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(MovedTo(new Device(deviceType, deviceIndex), Argument.Default, copy, non_blocking), disposeAfter);

        /// <summary>The elements in another type on another device, without a copy when nothing changes.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(MovedTo(device, type, copy, non_blocking), disposeAfter);

        /// <summary>The elements in the type and on the device of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => Ops.to_other.Invoke(this, other, non_blocking);

        /// <summary>The elements in another type, without a copy when they have it already.</summary>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The elements in the type of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>The result of a conversion function, as in <c>type(torch.FloatTensor)</c>.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>The tensor on the processor, without a copy when it is there already.</summary>
        public Tensor cpu() => to(DeviceType.CPU);

        /// <summary>The tensor on a CUDA device, without a copy when it is there already.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(OnlyCuda(device), non_blocking: non_blocking);

        /// <summary>The elements as truth values.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>The elements as unsigned 8-bit integers.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>The elements as signed 8-bit integers.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>The elements as 16-bit integers.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>The elements as 32-bit integers.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>The elements as 64-bit integers.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>The elements in half precision.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>The elements as bfloat16 numbers.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>The elements in single precision.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The elements in double precision.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>The elements as pairs of single-precision numbers.</summary>
        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        /// <summary>The elements as pairs of double-precision numbers.</summary>
        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

        /// <summary>A copy with its own memory, through which gradients flow.</summary>
        public Tensor clone() => Ops.clone.Invoke(this);

        /// <summary>Copies the elements of another tensor, which may be of another type or device.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Ops.copy_.InPlace(this, source, nonBlocking);

        /// <summary>The same memory, cut off from the recorded graph.</summary>
        public Tensor detach() => Ops.detach.Invoke(this);

        /// <summary>Cuts this tensor off from the recorded graph.</summary>
        public Tensor detach_() => Ops.detach_.InPlace(this);

        /// <summary>Makes this tensor use the memory and the shape of another.</summary>
        public Tensor set_(Tensor source) => Ops.set__source_Tensor.InPlace(this, source);

        /// <summary>Sets all elements to one value.</summary>
        public Tensor fill_(Scalar value) => Ops.fill__Scalar.InPlace(this, value);

        /// <summary>Sets all elements to zero.</summary>
        public Tensor zero_() => Ops.zero_.InPlace(this);

        /// <summary>A copy in memory that cannot be swapped out, for faster copies to a GPU.</summary>
        public Tensor pin_memory() => Ops.pin_memory.Invoke(this);

        /// <summary>Whether the memory cannot be swapped out.</summary>
        public bool is_pinned() => Ops.is_pinned.Plain(this).Integer != 0;

        /// <summary>The tensor with every element stored.</summary>
        public Tensor to_dense() => Ops.to_dense.Invoke(this);

        /// <summary>The tensor on Apple's GPU.</summary>
        public Tensor mps(bool non_blocking = false) => to(DeviceType.MPS, non_blocking: non_blocking);
    }
}
