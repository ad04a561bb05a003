using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.view_as_complex()"/>
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    /// <inheritdoc cref="Tensor.view_as_real()"/>
    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    /// <inheritdoc cref="Tensor.reshape(long[])"/>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <inheritdoc cref="Tensor.flatten(long, long)"/>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <inheritdoc cref="Tensor.unflatten(long, long[])"/>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <inheritdoc cref="Tensor.unflatten(long, Size)"/>
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes);

    /// <inheritdoc cref="Tensor.ravel()"/>
    public static Tensor ravel(Tensor input) => input.ravel();

    /// <inheritdoc cref="Tensor.squeeze(long?)"/>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <inheritdoc cref="Tensor.squeeze_(long?)"/>
    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);

    /// <inheritdoc cref="Tensor.unsqueeze(long)"/>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <inheritdoc cref="Tensor.unsqueeze_(long)"/>
    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);

    /// <inheritdoc cref="Tensor.t()"/>
    public static Tensor t(Tensor input) => input.t();

    /// <inheritdoc cref="Tensor.transpose(long, long)"/>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <inheritdoc cref="Tensor.swapdims(long, long)"/>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.swapdims(dim0, dim1);

    /// <summary>Exchanges two dimensions.</summary>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.transpose(axis0, axis1);

    /// <inheritdoc cref="Tensor.adjoint()"/>
    public static Tensor adjoint(Tensor input) => input.adjoint();

    /// <inheritdoc cref="Tensor.permute(long[])"/>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    /// <inheritdoc cref="Tensor.moveaxis(long[], long[])"/>
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.moveaxis(source, destination);

    /// <summary>Moves a dimension to another place.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => Ops.movedim_int.Invoke(input, source, destination);

    /// <summary>Moves a dimension to another place.</summary>
    public static Tensor moveaxis(Tensor input, long source, long destination) => movedim(input, source, destination);

    /// <summary>Moves two dimensions to other places.</summary>
    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        input.movedim([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    /// <summary>Moves three dimensions to other places.</summary>
    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        input.movedim([source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);

    /// <inheritdoc cref="Tensor.broadcast_to(long[])"/>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    /// <inheritdoc cref="Tensor.tile(long[])"/>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    /// <inheritdoc cref="Tensor.repeat_interleave(long, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <inheritdoc cref="Tensor.repeat_interleave(Tensor, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <inheritdoc cref="Tensor.narrow(long, long, long)"/>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    /// <inheritdoc cref="Tensor.select(long, long)"/>
    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    /// <inheritdoc cref="Tensor.diagonal(long, long, long)"/>
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal(offset, dim1, dim2);

    /// <inheritdoc cref="Tensor.diag(long)"/>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <inheritdoc cref="Tensor.diag_embed(long, long, long)"/>
    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) => input.diag_embed(offset, dim1, dim2);

    /// <inheritdoc cref="Tensor.diagflat(long)"/>
    public static Tensor diagflat(Tensor input, long offset = 0) => input.diagflat(offset);

    /// <inheritdoc cref="Tensor.tril(long)"/>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <inheritdoc cref="Tensor.tril_(long)"/>
    public static Tensor tril_(Tensor input, long diagonal = 0) => input.tril_(diagonal);

    /// <inheritdoc cref="Tensor.triu(long)"/>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <inheritdoc cref="Tensor.triu_(long)"/>
    public static Tensor triu_(Tensor input, long diagonal = 0) => input.triu_(diagonal);

    /// <inheritdoc cref="Tensor.flip(long[])"/>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <inheritdoc cref="Tensor.fliplr()"/>
    public static Tensor fliplr(Tensor input) => input.fliplr();

    /// <inheritdoc cref="Tensor.flipud()"/>
    public static Tensor flipud(Tensor input) => input.flipud();

    /// <inheritdoc cref="Tensor.rot90(long, ValueTuple{long, long}?)"/>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    /// <inheritdoc cref="Tensor.roll(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.roll(long[], long[])"/>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.roll(long[])"/>
    public static Tensor roll(Tensor input, long[] shifts) => input.roll(shifts);

    /// <inheritdoc cref="Tensor.roll(long, long?)"/>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.roll(ValueTuple{long, long}, ValueTuple{long, long})"/>
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.roll(ValueTuple{long, long, long}, ValueTuple{long, long, long})"/>
    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.diff(long, long, Tensor, Tensor)"/>
    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        input.diff(n, dim, prepend, append);

    /// <summary>The derivatives along dimensions, by default all, by second-order differences.</summary>
    public static ICollection<Tensor> gradient(Tensor input, int spacing = 1, long[]? dims = null, int edge_order = 1) =>
        dims is null ? gradient(input, spacing, (long?)null, edge_order) : Ops.gradient_scalararray.List(input, spacing, dims, edge_order);

    /// <summary>The derivative along a dimension, or along each, by second-order differences.</summary>
    public static ICollection<Tensor> gradient(Tensor input, int spacing = 1, long? dim = null, int edge_order = 1) =>
        Ops.gradient_scalarint.List(input, spacing, dim, edge_order);

    /// <summary>All slices of a dimension, which disappears.</summary>
    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind((long)dim);
}
