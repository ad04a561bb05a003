"""Scaled dot-product attention, by the formula softmax(Q Kᵀ / √d + mask) V."""

import math

import torch

from reference.recorder import booleans, check, randn


def attention(q, k, v, mask=None, causal=False):
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if causal:
        mask = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf) if mask.dtype == torch.bool else scores + mask
    return scores.softmax(-1) @ v


q, k, v = randn(2, 2, 5, 4), randn(2, 2, 7, 4), randn(2, 2, 7, 6)
# Every query sees at least one key: a row that sees none is not defined.
visible = booleans(2, 1, 5, 7) | (torch.arange(7) == 0)

check("plain", attention, q, k, v)
check("three_dimensions", attention, q[0], k[0], v[0])
check("float_mask", attention, q, k, v, randn(5, 7))
check("boolean_mask", attention, q, k, v, visible)
check("causal", lambda q, k, v: attention(q, k, v, causal=True), k, randn(2, 2, 7, 4), v)
check("double", attention, *(randn(1, 2, 4, 4, dtype=torch.float64) for _ in range(3)))
