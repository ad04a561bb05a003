using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The slices of a dimension with these indices.</summary>
        public Tensor index_select(long dim, Tensor index) => Ops.index_select.Invoke(this, dim, index);

        /// <summary>Picks one element an index along a dimension: the result has the shape of the index.</summary>
        public Tensor gather(long dim, Tensor index) => Ops.gather.Invoke(this, dim, index);

        /// <summary>The elements of the flattened tensor with these indices.</summary>
        public Tensor take(Tensor index) => Ops.take.Invoke(this, index);

        /// <summary>Picks elements of the flattened tensor by index.</summary>
        public Tensor take_along_dim(Tensor indices) => Ops.take_along_dim.Invoke(this, indices);

        /// <summary>Picks elements along a dimension by index.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Ops.take_along_dim.Invoke(this, indices, dim);

        /// <summary>Places elements of a source at indices along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Ops.scatter_src.Invoke(this, dim, index, src);

        /// <summary>As <see cref="scatter(long, Tensor, Tensor)"/>, in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Ops.scatter__src.InPlace(this, dim, index, src);

        /// <summary>Adds elements of a source at indices along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Ops.scatter_add.Invoke(this, dim, index, src);

        /// <summary>As <see cref="scatter_add(long, Tensor, Tensor)"/>, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Ops.scatter_add_.InPlace(this, dim, index, src);

        /// <summary>Adds slices of a source, times a number, to the slices with these indices.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add.Invoke(this, dim, index, source, alpha);

        /// <summary>As <see cref="index_add(long, Tensor, Tensor, Scalar)"/>, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add_.InPlace(this, dim, index, source, alpha);

        /// <summary>Replaces the slices with these indices.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) => Ops.index_copy.Invoke(this, dim, index, source);

        /// <summary>As <see cref="index_copy(long, Tensor, Tensor)"/>, in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Ops.index_copy_.InPlace(this, dim, index, source);

        /// <summary>Fills the slices with these indices.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) => Ops.index_fill_int_Scalar.Invoke(this, dim, index, value);

        /// <summary>As <see cref="index_fill(long, Tensor, Scalar)"/>, in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Ops.index_fill__int_Scalar.InPlace(this, dim, index, value);

        /// <summary>Replaces the elements where a mask of truth values holds.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Ops.masked_fill_Scalar.Invoke(this, mask, value);

        /// <summary>As <see cref="masked_fill(Tensor, Scalar)"/>, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Ops.masked_fill__Scalar.InPlace(this, mask, value);

        /// <summary>Replaces the elements where a mask holds by those of a source, in order.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => Ops.masked_scatter.Invoke(this, mask, value);

        /// <summary>As <see cref="masked_scatter(Tensor, Tensor)"/>, in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Ops.masked_scatter_.InPlace(this, mask, value);

        /// <summary>The elements where a mask holds, as a vector.</summary>
        public Tensor masked_select(Tensor mask) => Ops.masked_select.Invoke(this, mask);

        /// <summary>A copy with another diagonal.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Ops.diagonal_scatter.Invoke(this, src, offset, dim1, dim2);

        /// <summary>A copy with another slice of a dimension.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index) => Ops.select_scatter.Invoke(this, src, dim, index);

        /// <summary>A copy with another range of a dimension.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Ops.slice_scatter.Invoke(this, src, dim, start, end, step);

        /// <summary>Picks elements of the flattened tensor by index.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => TakeAlong(indices, null);

        /// <summary>Picks elements along a dimension by index.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => TakeAlong(indices, dim);
    }
}
