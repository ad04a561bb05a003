using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Pieces of a size along a dimension; the last may be smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => Ops.split_Tensor.List(this, size, dim);

        /// <summary>Pieces of these sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Ops.split_with_sizes.List(this, sizes, dim);

        /// <summary>Pieces of these sizes along a dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Ops.split_with_sizes.List(this, sizes, dim);

        /// <summary>Pieces of these sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split((ReadOnlySpan<long>)sizes);

        /// <summary>So many pieces along a dimension, as equal as possible.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => Ops.tensor_split_sections.List(this, size, dim);

        /// <summary>Pieces between these indices along a dimension.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Ops.tensor_split_indices.List(this, sizes, dim);

        /// <summary>Pieces between these indices, or so many of them, along a dimension.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => Ops.tensor_split_tensor_indices_or_sections.List(this, indices, dim);

        /// <summary>So many equal pieces along the first dimension.</summary>
        public Tensor[] vsplit(long size) => Ops.vsplit_int.List(this, size);

        /// <summary>Pieces between these indices along the first dimension.</summary>
        public Tensor[] vsplit(params long[] sizes) => Ops.vsplit_array.List(this, sizes);

        /// <summary>Pieces between these indices along the first dimension.</summary>
        public Tensor[] vsplit(Tensor indices) => tensor_split(indices);

        /// <summary>So many equal pieces along the second dimension, of vectors the first.</summary>
        public Tensor[] hsplit(long size) => Ops.hsplit_int.List(this, size);

        /// <summary>Pieces between these indices along the second dimension, of vectors the first.</summary>
        public Tensor[] hsplit(params long[] sizes) => Ops.hsplit_array.List(this, sizes);

        /// <summary>Pieces between these indices along the second dimension, of vectors the first.</summary>
        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, ndim == 1 ? 0 : 1);

        /// <summary>So many equal pieces along the third dimension.</summary>
        public Tensor[] dsplit(long size) => Ops.dsplit_int.List(this, size);

        /// <summary>Pieces between these indices along the third dimension.</summary>
        public Tensor[] dsplit(params long[] sizes) => Ops.dsplit_array.List(this, sizes);

        /// <summary>Pieces between these indices along the third dimension.</summary>
        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        /// <summary>At most so many pieces along a dimension; the last may be smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Ops.chunk.List(this, chunks, dim);

        /// <summary>All slices of a dimension, which disappears.</summary>
        public Tensor[] unbind(long dimension = 0) => Ops.unbind_int.List(this, dimension);

        /// <summary>Pieces between two indices along the third dimension.</summary>
        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        /// <summary>Pieces between three indices along the third dimension.</summary>
        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
    }
}
