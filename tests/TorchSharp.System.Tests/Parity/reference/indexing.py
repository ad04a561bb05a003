"""Reading and writing by index, slice, mask and index tensor."""

import torch

from reference.recorder import booleans, check, integers, permutation, randn

x = randn(4, 5, 6)
i = torch.tensor([2, 0, 3])
j = torch.tensor([1, 4, 1])


def assigned(x, index, value):
    result = x.clone()
    result[index] = value
    return result


check("single", lambda x: (x[1], x[-1], x[2, 3], x[1, 2, 3]), x)
check("slice", lambda x: (x[1:3], x[:, 1:], x[..., :2], x[:, -3:-1]), x)
check("slice_step", lambda x: (x[::2], x[:, 1:5:3, ::2]), x)
check("ellipsis", lambda x: (x[..., 0], x[1, ..., 2], x[..., 1:3]), x)
check("new_axis", lambda x: (x[None], x[:, None, 1], x[..., None]), x)
check("mask", lambda x, m: x[m], x, booleans(4, 5))
check("mask_same_shape", lambda x, m: x[m], x, booleans(4, 5, 6))
check("tensor", lambda x, i: x[i], x, i)
check("tensor_matrix", lambda x, i: x[:, i], x, integers(0, 5, 2, 3))
check("tensor_pair", lambda x, i, j: x[i, j], x, i, j)
check("tensor_and_slice", lambda x, i, j: (x[i, 1:3], x[1:3, i], x[i, :, j]), x, i, j)
check("assign_single", lambda x, v: assigned(x, 1, v), x, randn(5, 6))
check("assign_slice", lambda x, v: assigned(x, (slice(None), slice(1, 4, 2)), v), x, randn(2, 6))
check("assign_scalar", lambda x: assigned(x, (..., slice(2, 4)), 0.5), x)
check("assign_mask", lambda x, m: assigned(x, m, -1.0), x, booleans(4, 5))
check("assign_tensor", lambda x, i, v: assigned(x, i, v), x, i, randn(3, 5, 6))
check("index_put", lambda x, i, j, v: x.clone().index_put_((i, j), v), randn(4, 5), i, j, randn(3))
check("index_put_accumulate", lambda x, i, v: x.clone().index_put_((i,), v, accumulate=True), randn(4, 3), torch.tensor([1, 1, 2]), randn(3, 3))
check("index_select", lambda x, i: (x.index_select(0, i), x.index_select(1, i)), x, i)
check("index_add", lambda x, i, s: torch.index_add(x, 0, i, s, alpha=0.5), randn(4, 3), torch.tensor([0, 2, 0]), randn(3, 3))
check("index_copy", lambda x, i, s: torch.index_copy(x, 0, i, s), randn(4, 3), i, randn(3, 3))
check("index_fill", lambda x, i: torch.index_fill(x, 1, i, 2.5), randn(3, 4), i)
check("gather", lambda x, i: torch.gather(x, 1, i), randn(3, 5), integers(0, 5, 3, 4))
check("scatter", lambda x, i, s: torch.scatter(x, 1, i, s), randn(3, 5), torch.stack([permutation(5)[:2] for _ in range(3)]), randn(3, 2))
check("scatter_add", lambda x, i, s: torch.scatter_add(x, 1, i, s), randn(3, 5), integers(0, 5, 3, 4), randn(3, 4))
check("scatter_in_place", lambda i, s: (torch.zeros(3, 5).scatter_(1, i, s), torch.zeros(3, 5).scatter_add_(1, i, s)),
      torch.stack([permutation(5)[:3] for _ in range(3)]), randn(3, 3))
check("take", lambda x, i: torch.take(x, i), randn(3, 5), integers(0, 15, 4))
check("take_along_dim", lambda x, i: torch.take_along_dim(x, i, 1), randn(3, 5), integers(0, 5, 3, 2))
check("select_narrow", lambda x: (x.select(1, 2), x.narrow(2, 1, 3)), x)
check("select_scatter", lambda x, s: torch.select_scatter(x, s, 0, 1), randn(3, 4), randn(4))
check("slice_scatter", lambda x, s: torch.slice_scatter(x, s, 1, 1, 4, 2), randn(3, 4), randn(3, 2))
check("diagonal_scatter", lambda x, s: torch.diagonal_scatter(x, s, 1), randn(4, 4), randn(3))
