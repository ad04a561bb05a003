"""Comparisons, logic, bits and selection by condition."""

import torch

from reference.recorder import booleans, check, integers, randn

special = torch.tensor([1.0, float("nan"), float("inf"), -float("inf"), 0.0, -2.0])

check("operators", lambda a, b: (a == b, a != b, a < b, a <= b, a > b, a >= b), integers(0, 4, 12), integers(0, 4, 12))
check("with_scalar", lambda x: (x == 2, x != 2, x < 2, x <= 2, x > 2, x >= 2), integers(0, 5, 12))
check("logical", lambda a, b: (a & b, a | b, a ^ b, ~a), booleans(8), booleans(8))
check("logical_functions", lambda a, b: (
    torch.logical_and(a, b), torch.logical_or(a, b), torch.logical_xor(a, b), torch.logical_not(a)), integers(0, 2, 8), integers(0, 2, 8))
check("bitwise", lambda a, b: (
    torch.bitwise_and(a, b), torch.bitwise_or(a, b), torch.bitwise_xor(a, b), torch.bitwise_not(a), torch.bitwise_left_shift(a, b),
    torch.bitwise_right_shift(a, b)), integers(0, 100, 8), integers(0, 5, 8))
check("classify", lambda x: (torch.isnan(x), torch.isinf(x), torch.isfinite(x), torch.isposinf(x), torch.isneginf(x), torch.signbit(x)), special)
check("isclose", lambda a, b: torch.isclose(a, b), torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 2.00001, 3.1]))
check("isin", lambda a, b: torch.isin(a, b), integers(0, 9, 12), torch.tensor([2, 4, 7]))
check("any_all", lambda x: (x.any(), x.all(), x.any(1), x.all(1, keepdim=True)), booleans(4, 3))
check("where", lambda m, a, b: torch.where(m, a, b), booleans(3, 4), randn(3, 4), randn(4))
check("where_indices", lambda m: torch.where(m), booleans(3, 4))
check("masked_fill", lambda x, m: x.masked_fill(m, -7), randn(3, 4), booleans(3, 4))
check("masked_fill_infinity", lambda x, m: x.masked_fill(m, -float("inf")).softmax(-1), randn(3, 4), torch.tensor([False, True, False, True]))
check("masked_select", lambda x, m: x.masked_select(m), randn(3, 4), booleans(3, 4))
check("masked_scatter", lambda x, m, s: x.masked_scatter(m, s), randn(3, 4), booleans(3, 4), randn(12))
check("heaviside", lambda a, b: torch.heaviside(a, b), torch.tensor([-1.0, 0.0, 2.0]), torch.tensor([0.5, 0.25, 0.75]), grad=False)
