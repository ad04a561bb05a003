"""Element-wise arithmetic, with broadcasting and in place."""

import torch

from reference.recorder import check, integers, randn, uniform

anywhere = randn(3, 5)
positive = uniform(3, 5, low=0.2, high=3)
inside = uniform(3, 5, low=-0.9, high=0.9)

for name in ("abs", "neg", "exp", "exp2", "expm1", "square", "sin", "cos", "sinh", "cosh", "tanh", "atan", "asinh", "erf", "erfc", "sigmoid",
             "ceil", "floor", "round", "trunc", "frac", "sign", "sgn", "sinc", "i0", "deg2rad", "rad2deg", "positive"):
    check(name, getattr(torch, name), anywhere)
for name in ("log", "log2", "log10", "log1p", "sqrt", "rsqrt", "reciprocal", "lgamma", "digamma"):
    check(name, getattr(torch, name), positive)
for name in ("tan", "asin", "acos", "atanh", "erfinv"):
    check(name, getattr(torch, name), inside)
check("acosh", torch.acosh, positive + 1.1)
check("logit", torch.logit, uniform(6, low=0.1, high=0.9))
check("logit_clamped", lambda x: torch.logit(x, 0.2), uniform(6))
check("round_decimals", lambda x: torch.round(x, decimals=2), randn(6), grad=False)
check("nan_to_num", lambda x: torch.nan_to_num(x, 0.5, 9, -9), torch.tensor([1.0, float("nan"), float("inf"), -float("inf")]))

check("add", lambda a, b: a + b, randn(2, 3, 4), randn(3, 1))
check("add_alpha", lambda a, b: torch.add(a, b, alpha=0.5), randn(3, 4), randn(4))
check("add_scalar", lambda x: (x + 1.5, 2 + x), randn(5))
check("sub", lambda a, b: a - b, randn(3, 4), randn(4))
check("sub_scalar", lambda x: (x - 0.5, 2 - x), randn(5))
check("mul", lambda a, b: a * b, randn(3, 4), randn(3, 1))
check("mul_scalar", lambda x: (x * 2.5, -3 * x), randn(5))
check("div", lambda a, b: a / b, randn(3, 4), uniform(4, low=0.5, high=2))
check("div_scalar", lambda x: (x / 4, 1 / x), uniform(5, low=0.5, high=2))
check("div_floor", lambda a, b: torch.div(a, b, rounding_mode="floor"), randn(8) * 5, uniform(8, low=0.5, high=2), grad=False)
check("div_trunc", lambda a, b: torch.div(a, b, rounding_mode="trunc"), integers(-20, 20, 8), integers(1, 6, 8))
check("floor_divide", lambda a, b: a // b, integers(-20, 20, 8), integers(1, 6, 8))
check("remainder", lambda a, b: a % b, randn(8) * 5, uniform(8, low=0.5, high=2))
check("remainder_scalar", lambda x: (x % 3, x % 2.5), randn(8) * 5)
check("fmod", lambda a, b: torch.fmod(a, b), randn(8) * 5, uniform(8, low=0.5, high=2))
check("pow", lambda a, b: torch.pow(a, b), uniform(3, 4, low=0.5, high=2), randn(4))
check("pow_scalar", lambda x: (x ** 3, x.pow(-0.5)), uniform(6, low=0.5, high=2))
check("float_power", lambda a, b: torch.float_power(a, b), uniform(6, low=0.5, high=2), integers(0, 4, 6))
check("atan2", lambda a, b: torch.atan2(a, b), randn(3, 4), randn(4))
check("hypot", lambda a, b: torch.hypot(a, b), randn(6), randn(6))
check("logaddexp", lambda a, b: (torch.logaddexp(a, b), torch.logaddexp2(a, b)), randn(6), randn(6))
check("xlogy", lambda a, b: torch.xlogy(a, b), torch.tensor([0.0, 1.0, 2.0]), uniform(3, low=0.2, high=2))
check("lerp", lambda a, b, w: torch.lerp(a, b, w), randn(6), randn(6), uniform(6))
check("addcmul", lambda a, b, c: torch.addcmul(a, b, c, value=0.5), randn(3, 4), randn(3, 1), randn(4))
check("addcdiv", lambda a, b, c: torch.addcdiv(a, b, c, value=-2), randn(3, 4), randn(3, 1), uniform(4, low=0.5, high=2))
check("clamp", lambda x: torch.clamp(x, -0.5, 0.7), randn(4, 5))
check("clamp_lower", lambda x: x.clamp(min=-0.25), randn(4, 5))
check("clamp_upper", lambda x: x.clamp(max=0.25), randn(4, 5))
check("clamp_tensors", lambda x, low, high: torch.clamp(x, low, high), randn(4, 5), torch.full((5,), -0.5), torch.full((5,), 0.5))
check("maximum_minimum", lambda a, b: (torch.maximum(a, b), torch.minimum(a, b)), randn(3, 4), randn(4))
check("fmax_fmin", lambda a, b: (torch.fmax(a, b), torch.fmin(a, b)), torch.tensor([1.0, float("nan"), 3.0]), torch.tensor([2.0, 5.0, -1.0]))
check("copysign", lambda a, b: torch.copysign(a, b), randn(6), randn(6))
check("gcd_lcm", lambda a, b: (torch.gcd(a, b), torch.lcm(a, b)), integers(1, 60, 6), integers(1, 60, 6))

check("in_place", lambda a, b: a.clone().add_(b).mul_(2).sub_(0.5).div_(b * b + 1), randn(3, 4), randn(4))
check("in_place_functions", lambda x: x.clone().abs_().sqrt_().exp_().neg_().clamp_(-3, -1.2), randn(3, 4), grad=False)
check("in_place_copy", lambda a, b: (a * 1).copy_(b), randn(3, 4), randn(4))
check("in_place_addcmul", lambda a, b, c: a.clone().addcmul_(b, c, value=0.3).addcdiv_(b, c * c + 1, value=2).lerp_(b, c),
      randn(5), randn(5), randn(5))
check("in_place_fill", lambda x: (x.clone().zero_(), x.clone().fill_(3)), randn(2, 3), grad=False)
