using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The memory of a contiguous tensor on the processor, without a copy; valid while the tensor lives.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous or not on the processor.</exception>
        /// <exception cref="ArgumentException">There are more bytes than a span can hold, or a different number is assigned.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var size = ContiguousBytes();
                if (size > int.MaxValue)
                    throw new ArgumentException($"A span holds at most {int.MaxValue} bytes; the tensor has {size}.");
                return new Span<byte>(DataPointer, (int)size);
            }
            set
            {
                var size = ContiguousBytes();
                if (size != value.Length)
                    throw new ArgumentException($"The tensor has {size} bytes, given {value.Length}.", nameof(value));
                value.CopyTo(new Span<byte>(DataPointer, value.Length));
            }
        }

        /// <summary>Where the first element lies; valid while the tensor lives.</summary>
        internal unsafe void* DataPointer
        {
            get
            {
                var data = Native.engine_tensor_data(Handle);
                GC.KeepAlive(this);
                return (void*)data;
            }
        }

        /// <summary>The elements as .NET values, without a copy if the tensor is on the processor.</summary>
        /// <typeparam name="T">The .NET type of the elements.</typeparam>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            ElementType.Require<T>(dtype);
            return device_type == DeviceType.CPU ? new Utils.TensorAccessor<T>(this) : new Utils.TensorAccessor<T>(cpu());
        }

        /// <summary>The only element.</summary>
        /// <typeparam name="T">The .NET type of the elements.</typeparam>
        /// <exception cref="ArgumentException">There is not exactly one element, or it is of another type.</exception>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException($"A single element can be read from a tensor of one element, not of {NumberOfElements}.");
            ElementType.Require<T>(dtype);
            using var here = device_type == DeviceType.CPU ? null : cpu();
            return (here ?? this).ReadElement<T>(0);
        }

        /// <summary>The only element as a scalar.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is not exactly one element.</exception>
        public Scalar ToScalar() => new(dtype, Ops.item.Plain(this));

        /// <summary>The i-th element in row-major order.</summary>
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        /// <summary>The i-th element in row-major order.</summary>
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <summary>The i-th element in row-major order, widened.</summary>
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <summary>The i-th element in row-major order, widened.</summary>
        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();

        /// <summary>The i-th element in row-major order.</summary>
        /// <typeparam name="T">The .NET type of the elements.</typeparam>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the processor.</exception>
        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"Elements can be read on the processor; the tensor is on {device}. Move it with cpu() first.");
            ElementType.Require<T>(dtype);
            return ReadElement<T>(Layout.Of(this).Offset(i));
        }

        /// <summary>Writes the elements' memory, in row-major order.</summary>
        /// <param name="stream">Where to.</param>
        /// <param name="bufferSize">The most bytes written at a time.</param>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous or not on the processor.</exception>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 1);
            var size = ContiguousBytes();
            var data = (byte*)DataPointer;
            for (long written = 0; written < size; written += bufferSize)
                stream.Write(new ReadOnlySpan<byte>(data + written, (int)Math.Min(bufferSize, size - written)));
            GC.KeepAlive(this);
        }

        /// <summary>Fills the elements' memory, in row-major order.</summary>
        /// <param name="stream">Where from.</param>
        /// <param name="bufferSize">The most bytes read at a time.</param>
        /// <exception cref="EndOfStreamException">There are fewer bytes than the tensor needs.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous or not on the processor.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 1);
            var size = ContiguousBytes();
            var data = (byte*)DataPointer;
            for (long read = 0; read < size; read += bufferSize)
                stream.ReadExactly(new Span<byte>(data + read, (int)Math.Min(bufferSize, size - read)));
            GC.KeepAlive(this);
        }

        private unsafe T ReadElement<T>(long offset) where T : unmanaged
        {
            var element = ((T*)DataPointer)[offset];
            GC.KeepAlive(this);
            return element;
        }

        private long ContiguousBytes()
        {
            if (!is_contiguous())
                throw new InvalidOperationException("The tensor's elements do not lie next to each other in memory; use contiguous() first.");
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"Memory can be read on the processor; the tensor is on {device}. Move it with cpu() first.");
            return NumberOfElements * ElementSize;
        }
    }
}
