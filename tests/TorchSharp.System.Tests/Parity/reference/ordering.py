"""Sorting, searching, counting and distinct values."""

import torch

from reference.recorder import check, integers, permutation, randn, uniform

repeated = integers(0, 6, 14)

check("sort", lambda x: torch.sort(x), randn(3, 6))
check("sort_descending", lambda x: torch.sort(x, 0, descending=True), randn(5, 3))
check("sort_stable", lambda x: torch.sort(x, stable=True), repeated)
check("argsort", lambda x: (x.argsort(), x.argsort(0, descending=True)), randn(4, 5))
check("msort", lambda x: torch.msort(x), randn(5, 3))
check("topk", lambda x: torch.topk(x, 3), randn(4, 7))
check("topk_smallest", lambda x: torch.topk(x, 2, 0, largest=False), randn(6, 3))
check("unique", lambda x: torch.unique(x, return_inverse=True, return_counts=True), repeated)
check("unique_rows", lambda x: torch.unique(x, return_inverse=True, return_counts=True, dim=0), torch.tensor([[1, 2], [0, 5], [1, 2], [0, 4]]))
check("unique_consecutive", lambda x: torch.unique_consecutive(x, return_inverse=True, return_counts=True), torch.tensor([1, 1, 2, 2, 2, 1, 3]))
check("searchsorted", lambda s, v: (torch.searchsorted(s, v), torch.searchsorted(s, v, right=True), torch.searchsorted(s, v, out_int32=True)),
      torch.tensor([0.1, 0.3, 0.3, 0.7, 0.9]), torch.tensor([0.0, 0.3, 0.5, 0.95]), grad=False)
check("searchsorted_batch", lambda s, v: torch.searchsorted(s, v), uniform(2, 3, 6).sort(-1).values, uniform(2, 3, 4), grad=False)
check("bucketize", lambda x, b: (torch.bucketize(x, b), torch.bucketize(x, b, right=True)), randn(3, 4), torch.tensor([-1.0, 0.0, 1.0]), grad=False)
check("bincount", lambda x: torch.bincount(x, minlength=9), repeated)
check("bincount_weights", lambda x, w: torch.bincount(x, w), repeated, uniform(14), grad=False)
check("histc", lambda x: torch.histc(x, 5, -2, 2), randn(30), grad=False)
check("histogram", lambda x, edges: torch.histogram(x, edges.detach()), randn(30), torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0]), grad=False)
check("combinations", lambda x: torch.combinations(x), torch.tensor([1, 2, 3, 4]))
check("nonzero", lambda x: (torch.nonzero(x), torch.argwhere(x)), integers(0, 2, 4, 5))
check("inverse_permutation", lambda p: (p.flip(0), p.argsort()), permutation(8))
check("sort_of_ties", lambda x: x.flatten().sort(descending=True).values, integers(0, 4, 3, 4))
