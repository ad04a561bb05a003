using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros([size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros([rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros([dim0, dim1, dim2], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Zeros, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_zeros(
            long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros([dim0, dim1, dim2, dim3], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Ones, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones([size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Ones, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones([rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Ones, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones([dim0, dim1, dim2], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Ones, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_ones(
            long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones([dim0, dim1, dim2, dim3], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Memory without a meaning yet, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Memory without a meaning yet, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Memory without a meaning yet, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty([size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Memory without a meaning yet, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty([rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Memory without a meaning yet, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty([dim0, dim1, dim2], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Memory without a meaning yet, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_empty(
            long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty([dim0, dim1, dim2, dim3], dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full([size], value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full([rows, columns], value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_full(
            long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full([dim0, dim1, dim2], value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with the type and on the device of this tensor unless given.</summary>
        public Tensor new_full(
            long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full([dim0, dim1, dim2, dim3], value, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }
}
