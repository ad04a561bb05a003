using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same memory in another shape; one size may be -1.</summary>
        public Tensor view(params long[] shape) => Ops.view.Invoke(this, shape);

        /// <summary>The same memory in the shape of another tensor.</summary>
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>Pairs of numbers in the last dimension seen as complex numbers.</summary>
        public Tensor view_as_complex() => Ops.view_as_complex.Invoke(this);

        /// <summary>Complex numbers seen as pairs of numbers in a new last dimension.</summary>
        public Tensor view_as_real() => Ops.view_as_real.Invoke(this);

        /// <summary>The elements in another shape, without a copy where possible; one size may be -1.</summary>
        public Tensor reshape(params long[] shape) => Ops.reshape.Invoke(this, shape);

        /// <summary>Joins a range of dimensions into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Ops.flatten_using_ints.Invoke(this, start_dim, end_dim);

        /// <summary>Splits a dimension into several; one size may be -1.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Ops.unflatten_int.Invoke(this, dim, sizes);

        /// <inheritdoc cref="unflatten(long, long[])"/>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>All elements as a vector, without a copy where possible.</summary>
        public Tensor ravel() => Ops.ravel.Invoke(this);

        /// <summary>Drops a dimension of size 1, or all of them.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } one ? Ops.squeeze_dim.Invoke(this, one) : Ops.squeeze.Invoke(this);

        /// <summary>As <see cref="squeeze(long?)"/>, in place.</summary>
        public Tensor squeeze_(long? dim = null) => dim is { } one ? Ops.squeeze__dim.InPlace(this, one) : Ops.squeeze_.InPlace(this);

        /// <summary>Inserts a dimension of size 1.</summary>
        public Tensor unsqueeze(long dim) => Ops.unsqueeze.Invoke(this, dim);

        /// <summary>As <see cref="unsqueeze(long)"/>, in place.</summary>
        public Tensor unsqueeze_(long dim) => Ops.unsqueeze_.InPlace(this, dim);

        /// <summary>A matrix with rows and columns exchanged.</summary>
        public Tensor t() => Ops.t.Invoke(this);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor transpose(long dim0, long dim1) => Ops.transpose_int.Invoke(this, dim0, dim1);

        /// <summary>As <see cref="transpose(long, long)"/>, in place.</summary>
        public Tensor transpose_(long dim0, long dim1) => Ops.transpose_.InPlace(this, dim0, dim1);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>The conjugate with the last two dimensions exchanged.</summary>
        public Tensor adjoint() => Ops.adjoint.Invoke(this);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Ops.permute.Invoke(this, permutation);

        /// <inheritdoc cref="permute(long[])"/>
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <summary>Moves dimensions to other places.</summary>
        public Tensor movedim(long[] source, long[] destination) => Ops.movedim_intlist.Invoke(this, source, destination);

        /// <summary>Moves dimensions to other places.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Repeats dimensions of size 1 without a copy; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Ops.expand.Invoke(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(long[] sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(Size sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes.Shape, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(params long[] sizes) => expand((ReadOnlySpan<long>)sizes);

        /// <summary>Repeats dimensions of size 1 to the shape of another tensor, without a copy.</summary>
        public Tensor expand_as(Tensor other) => Ops.expand_as.Invoke(this, other);

        /// <summary>Repeats dimensions of size 1 to a shape, without a copy.</summary>
        public Tensor broadcast_to(params long[] shape) => Ops.broadcast_to.Invoke(this, shape);

        /// <summary>Copies the tensor so many times along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Ops.repeat.Invoke(this, sizes);

        /// <summary>Copies the tensor so many times along each of the last dimensions.</summary>
        public Tensor tile(long[] reps) => Ops.tile.Invoke(this, reps);

        /// <summary>Repeats each element along a dimension, or of the flattened tensor.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Ops.repeat_interleave_self_int.Invoke(this, repeats, dim, output_size);

        /// <inheritdoc cref="repeat_interleave(long, long?, long?)"/>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Ops.repeat_interleave_self_Tensor.Invoke(this, repeats, dim, output_size);

        /// <summary>A range of one dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Ops.narrow.Invoke(this, dim, start, length);

        /// <summary>One slice of a dimension, which disappears.</summary>
        public Tensor select(long dim, long index) => Ops.select_int.Invoke(this, dim, index);

        /// <summary>Every so many elements of a range of one dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Ops.slice_Tensor.Invoke(this, dim, start, finish, step);

        /// <summary>The diagonal between two dimensions, which it replaces at the end.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Ops.diagonal.Invoke(this, offset, dim1, dim2);

        /// <summary>The diagonal of a matrix, or a matrix with a vector on its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Ops.diag.Invoke(this, diagonal);

        /// <summary>Matrices with the last dimension on their diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Ops.diag_embed.Invoke(this, offset, dim1, dim2);

        /// <summary>A matrix with all elements on its diagonal.</summary>
        public Tensor diagflat(long offset = 0) => Ops.diagflat.Invoke(this, offset);

        /// <summary>The lower triangle of matrices; the rest is zero.</summary>
        public Tensor tril(long diagonal = 0) => Ops.tril.Invoke(this, diagonal);

        /// <summary>As <see cref="tril(long)"/>, in place.</summary>
        public Tensor tril_(long diagonal = 0) => Ops.tril_.InPlace(this, diagonal);

        /// <summary>The upper triangle of matrices; the rest is zero.</summary>
        public Tensor triu(long diagonal = 0) => Ops.triu.Invoke(this, diagonal);

        /// <summary>As <see cref="triu(long)"/>, in place.</summary>
        public Tensor triu_(long diagonal = 0) => Ops.triu_.InPlace(this, diagonal);

        /// <summary>All windows of a size along a dimension, in a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Ops.unfold.Invoke(this, dimension, size, step);

        /// <summary>A view with these sizes, strides and offset, in elements.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Ops.as_strided.Invoke(this, size, strides, storageOffset);

        /// <summary>The tensor with its elements in row-major order in memory, copied if they are not.</summary>
        public Tensor contiguous() => Ops.contiguous.Invoke(this);

        /// <summary>Reverses dimensions.</summary>
        public Tensor flip(params long[] dims) => Ops.flip.Invoke(this, dims);

        /// <summary>Reverses the second dimension.</summary>
        public Tensor fliplr() => Ops.fliplr.Invoke(this);

        /// <summary>Reverses the first dimension.</summary>
        public Tensor flipud() => Ops.flipud.Invoke(this);

        /// <summary>Rotates by so many right angles in the plane of two dimensions.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            dims is { } two ? Ops.rot90.Invoke(this, k, (ReadOnlySpan<long>)[two.Item1, two.Item2]) : Ops.rot90.Invoke(this, k);

        /// <summary>Shifts elements along dimensions; those that leave enter at the other end.</summary>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Ops.roll.Invoke(this, shifts, dims);

        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll(long[] shifts, long[] dims) => Ops.roll.Invoke(this, shifts, dims);

        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll(long[] shifts) => Ops.roll.Invoke(this, shifts, 0);

        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll(long shifts, long? dims = null) => dims is { } one ? Ops.roll.Invoke(this, shifts, one) : Ops.roll.Invoke(this, shifts);

        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll((ReadOnlySpan<long>)[shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <inheritdoc cref="roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll((ReadOnlySpan<long>)[shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        /// <summary>The tensor with at least one dimension.</summary>
        public Tensor atleast_1d() => Ops.atleast_1d.Invoke(this);

        /// <summary>The tensor with at least two dimensions.</summary>
        public Tensor atleast_2d() => Ops.atleast_2d.Invoke(this);

        /// <summary>The tensor with at least three dimensions.</summary>
        public Tensor atleast_3d() => Ops.atleast_3d.Invoke(this);

        /// <summary>Exchanges channels between groups: [batch, channels, …].</summary>
        public Tensor channel_shuffle(long groups) => Ops.channel_shuffle.Invoke(this, groups);

        /// <summary>The n-th differences between neighbours along a dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Ops.diff.Invoke(this, n, dim, prepend, append);

        /// <summary>Another tensor over the same memory.</summary>
        public Tensor alias() => Ops.alias.Invoke(this);
    }
}
