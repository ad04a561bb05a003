using static TorchSharp.torch.TensorIndex;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Reading and writing by index, slice, mask and index tensor.</summary>
internal static class IndexingCases
{
    public static CaseTable Table => new("indexing")
    {
        { "single", x => [x[1], x[-1], x[2, 3], x[1, 2, 3]] },
        { "slice", x => [x[1..3], x[Colon, Slice(1)], x[Ellipsis, Slice(stop: 2)], x[Colon, Slice(-3, -1)]] },
        { "slice_step", x => [x[Slice(step: 2)], x[Colon, Slice(1, 5, 3), Slice(step: 2)]] },
        { "ellipsis", x => [x[Ellipsis, 0], x[1, Ellipsis, 2], x[Ellipsis, 1..3]] },
        { "new_axis", x => [x[TensorIndex.None], x[Colon, TensorIndex.None, 1], x[Ellipsis, TensorIndex.None]] },
        { "mask", (x, m) => x[m] },
        { "mask_same_shape", (x, m) => x[TensorIndex.Tensor(m)] },
        { "tensor", (x, i) => x[i] },
        { "tensor_matrix", (x, i) => x[Colon, TensorIndex.Tensor(i)] },
        { "tensor_pair", (x, i, j) => x[i, j] },
        {
            "tensor_and_slice", (x, i, j) =>
                [x[TensorIndex.Tensor(i), 1..3], x[1..3, TensorIndex.Tensor(i)], x[TensorIndex.Tensor(i), Colon, TensorIndex.Tensor(j)]]
        },
        { "assign_single", (x, v) => Assign(x, [1], v) },
        { "assign_slice", (x, v) => Assign(x, [Colon, Slice(1, 4, 2)], v) },
        { "assign_scalar", x => Assign(x, [Ellipsis, Slice(2, 4)], 0.5f) },
        { "assign_mask", (x, m) => Assign(x, [TensorIndex.Tensor(m)], -1f) },
        { "assign_tensor", (x, i, v) => Assign(x, [TensorIndex.Tensor(i)], v) },
        { "index_put", (x, i, j, v) => x.clone().index_put_(v, i, j) },
        { "index_put_accumulate", (x, i, v) => x.clone().index_put_(v, new[] { i }, accumulate: true) },
        { "index_select", (x, i) => [x.index_select(0, i), x.index_select(1, i)] },
        { "index_add", (x, i, s) => x.index_add(0, i, s, 0.5) },
        { "index_copy", (x, i, s) => x.index_copy(0, i, s) },
        { "index_fill", (x, i) => x.index_fill(1, i, 2.5) },
        { "gather", (x, i) => x.gather(1, i) },
        { "scatter", (x, i, s) => x.scatter(1, i, s) },
        { "scatter_add", (x, i, s) => x.scatter_add(1, i, s) },
        { "scatter_in_place", (i, s) => [zeros(3, 5).scatter_(1, i, s), zeros(3, 5).scatter_add_(1, i, s)] },
        { "take", (x, i) => x.take(i) },
        { "take_along_dim", (x, i) => x.take_along_dim(i, 1) },
        { "select_narrow", x => [x.select(1, 2), x.narrow(2, 1, 3)] },
        { "select_scatter", (x, s) => x.select_scatter(s, 0, 1) },
        { "slice_scatter", (x, s) => x.slice_scatter(s, 1, 1, 4, 2) },
        { "diagonal_scatter", (x, s) => x.diagonal_scatter(s, 1) },
    };

    private static Tensor Assign(Tensor source, TensorIndex[] indices, Tensor value)
    {
        var result = source.clone();
        result[indices] = value;
        return result;
    }
}
