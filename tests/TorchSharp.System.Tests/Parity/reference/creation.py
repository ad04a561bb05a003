"""Tensors made from sizes, ranges and other tensors."""

import torch

from reference.recorder import check, integers, randn

check("arange_integers", lambda: torch.arange(2, 17, 3))
check("arange_floats", lambda: torch.arange(0.5, 3.0, 0.25))
check("arange_stop", lambda: torch.arange(5, dtype=torch.float64))
check("linspace", lambda: torch.linspace(-1, 2, 13))
check("linspace_double", lambda: torch.linspace(0, 1, 7, dtype=torch.float64))
check("logspace", lambda: torch.logspace(-2, 1, 8, base=2))
check("eye", lambda: torch.eye(4))
check("eye_rectangle", lambda: torch.eye(3, 5, dtype=torch.int64))
check("zeros_ones_full", lambda: (torch.zeros(2, 3), torch.ones(3, 1, dtype=torch.int16), torch.full((2, 2), 1.5), torch.full((3,), 7)))
check("like", lambda x: (torch.zeros_like(x), torch.ones_like(x), torch.full_like(x, 2.5), torch.ones_like(x, dtype=torch.bool)), randn(2, 3))
check("new", lambda x: (x.new_zeros(2, 2), x.new_ones(3, 1), x.new_full((2, 2), 4)), integers(0, 9, 3))
check("tril", lambda x: torch.tril(x), randn(4, 5))
check("tril_below", lambda x: torch.tril(x, -1), randn(2, 4, 4))
check("triu", lambda x: torch.triu(x), randn(4, 5))
check("triu_above", lambda x: torch.triu(x, 2), randn(2, 4, 4))
check("triangle_indices", lambda: (torch.tril_indices(4, 4), torch.triu_indices(3, 5, 1)))
check("meshgrid_ij", lambda a, b: torch.meshgrid(a, b, indexing="ij"), randn(3), randn(4))
check("meshgrid_xy", lambda a, b: torch.meshgrid(a, b, indexing="xy"), randn(3), randn(4))
check("windows", lambda: (torch.hann_window(12), torch.hann_window(9, periodic=False), torch.hamming_window(8), torch.blackman_window(8)))
check("diag_of_vector", lambda x: torch.diag(x, 1), randn(4))
check("diag_of_matrix", lambda x: torch.diag(x), randn(3, 5))
check("diag_embed", lambda x: torch.diag_embed(x), randn(2, 3))
check("diagonal", lambda x: torch.diagonal(x, 1, 1, 2), randn(2, 4, 5))
check("block_diag", lambda a, b: torch.block_diag(a, b), randn(2, 3), randn(1, 2))
check("cartesian_prod", lambda a, b: torch.cartesian_prod(a, b), integers(0, 9, 3), integers(0, 9, 2))
check("from_values", lambda: (
    torch.tensor([1.5, -2.0, 3.25]), torch.tensor([[1, 2], [3, 4]]), torch.tensor(2.5, dtype=torch.float64), torch.tensor([True, False])))
