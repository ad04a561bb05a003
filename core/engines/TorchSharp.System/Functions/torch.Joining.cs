using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Ops.cat.Invoke(tensors.ToArray(), dim);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Ops.cat.Invoke(tensors, dim);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.cat.Invoke(tensors.ToArray(), dim);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Joins tensors along a dimension.</summary>
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Joins tensors of one shape along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Ops.stack.Invoke(tensors.ToArray(), dim);

    /// <summary>Joins tensors along the second dimension, vectors along the first.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Ops.hstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the second dimension, vectors along the first.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Ops.hstack.Invoke(tensors);

    /// <summary>Joins tensors along the second dimension, vectors along the first.</summary>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Ops.hstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the second dimension, vectors along the first.</summary>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Ops.hstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Ops.vstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor vstack(Tensor[] tensors) => Ops.vstack.Invoke(tensors);

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Ops.vstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the third dimension.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => Ops.dstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => Ops.dstack.Invoke(tensors);

    /// <summary>Joins tensors along the third dimension.</summary>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Ops.dstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the third dimension.</summary>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => Ops.dstack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the second dimension; vectors become columns.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => Ops.column_stack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the second dimension; vectors become columns.</summary>
    public static Tensor column_stack(params Tensor[] tensors) => Ops.column_stack.Invoke(tensors);

    /// <summary>Joins tensors along the second dimension; vectors become columns.</summary>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Ops.column_stack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor row_stack(IList<Tensor> tensors) => Ops.row_stack.Invoke(tensors.ToArray());

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor row_stack(params Tensor[] tensors) => Ops.row_stack.Invoke(tensors);

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Ops.row_stack.Invoke(tensors.ToArray());

    /// <summary>All combinations of the elements of vectors: [count, vectors].</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => Ops.cartesian_prod.Invoke(tensors.ToArray());

    /// <summary>All combinations of the elements of vectors: [count, vectors].</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => Ops.cartesian_prod.Invoke(tensors);

    /// <summary>All combinations of the elements of vectors: [count, vectors].</summary>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => Ops.cartesian_prod.Invoke(tensors.ToArray());

    /// <summary>Tensors repeated, without a copy, to their common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Ops.broadcast_tensors.List(tensors);

    /// <summary>The coordinates of a grid spanned by vectors: one tensor a vector; indexing 'ij' or 'xy'.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Ops.meshgrid_indexing.List(tensors.ToArray(), indexing);

    /// <summary>All choices of r elements of a vector: [count, r].</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) => Ops.combinations.Invoke(input, r, with_replacement);

    /// <summary>The tensors with at least one dimension.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Ops.atleast_1d_Sequence.List(input);

    /// <summary>The tensors with at least two dimensions.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Ops.atleast_2d_Sequence.List(input);

    /// <summary>The tensors with at least three dimensions.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Ops.atleast_3d_Sequence.List(input);
}
