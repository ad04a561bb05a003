using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes of all dimensions.</summary>
        public unsafe long[] shape
        {
            get
            {
                var info = Info;
                var sizes = new ReadOnlySpan<long>(info.Sizes, info.Dimensions).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info.Type;

        /// <summary>Where the tensor lives.</summary>
        public Device device
        {
            get
            {
                var info = Info;
                return new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        /// <summary>The kind of device.</summary>
        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>Which device of its kind; -1 for the processor.</summary>
        public int device_index => Info.DeviceIndex;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Info.Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Info.Elements;

        /// <summary>Bytes an element.</summary>
        public long ElementSize => dtype.ElementSize();

        /// <summary>Whether gradients are recorded for this tensor; settable on leaves.</summary>
        public bool requires_grad
        {
            get => Has(TensorFlags.RequiresGrad);
            set => NativeError.Check(Native.engine_tensor_set_requires_grad(Handle, value), nameof(requires_grad));
        }

        /// <summary>Whether the tensor was made by the user rather than by an operation that is being recorded.</summary>
        public bool is_leaf => Has(TensorFlags.Leaf);

        /// <summary>Whether the tensor is sparse.</summary>
        public bool is_sparse => Has(TensorFlags.Sparse);

        /// <summary>Whether the tensor is on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor has a shape but no data.</summary>
        public bool is_meta => device_type == DeviceType.META;

        internal unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                NativeError.Check(Native.engine_tensor_info(Handle, &info), "tensor");
                GC.KeepAlive(this);
                return info;
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long dim() => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long numel() => Info.Elements;

        /// <summary>Bytes an element.</summary>
        public long element_size() => ElementSize;

        /// <summary>The sizes of all dimensions.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension.</summary>
        /// <param name="dim">Its index; negative ones count from the end.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public unsafe long size(int dim)
        {
            var info = Info;
            var size = info.Sizes[Wrap(dim, info.Dimensions)];
            GC.KeepAlive(this);
            return size;
        }

        /// <summary>The distance, in elements, between neighbours in each dimension.</summary>
        public unsafe long[] stride()
        {
            var info = Info;
            var strides = new ReadOnlySpan<long>(info.Strides, info.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>The distance, in elements, between neighbours in one dimension.</summary>
        /// <param name="dim">Its index; negative ones count from the end.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public unsafe long stride(int dim)
        {
            var info = Info;
            var stride = info.Strides[Wrap(dim, info.Dimensions)];
            GC.KeepAlive(this);
            return stride;
        }

        /// <summary>The position, in elements, of the first element in its storage.</summary>
        public long storage_offset() => Info.StorageOffset;

        /// <summary>Whether the elements lie in memory in row-major order without gaps.</summary>
        public bool is_contiguous() => Has(TensorFlags.Contiguous);

        /// <summary>Whether the tensor is on the processor.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements are complex.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are integers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the tensor is quantized.</summary>
        public bool is_quantized() => Has(TensorFlags.Quantized);

        /// <summary>Whether the tensor is a lazily conjugated view.</summary>
        public bool is_conj() => Has(TensorFlags.Conjugate);

        private bool Has(TensorFlags flag) => (Info.Flags & flag) != 0;

        private static int Wrap(int dim, int dimensions)
        {
            var wrapped = dim < 0 ? dim + dimensions : dim;
            return wrapped >= 0 && wrapped < dimensions
                ? wrapped
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {dimensions} dimensions.");
        }
    }
}
