"""Operations that write into their first tensor."""

import torch

from reference.recorder import booleans, check, integers, randn, uniform

UNARY = {
    (-3.0, 3.0): "abs_ neg_ exp_ exp2_ expm1_ sin_ cos_ sinh_ cosh_ tanh_ atan_ asinh_ erf_ erfc_ sigmoid_ ceil_ floor_ round_ trunc_ frac_ "
                 "sign_ sgn_ sinc_ deg2rad_ rad2deg_ relu_ relu6_ selu_ silu_ hardsigmoid_ hardswish_",
    (0.2, 3.0): "log_ log2_ log10_ log1p_ sqrt_ rsqrt_ reciprocal_ lgamma_ digamma_",
    (-0.9, 0.9): "tan_ asin_ acos_ atanh_ erfinv_",
    (1.1, 3.0): "acosh_",
}
# What TorchSharp has as a method and PyTorch as a function.
FUNCTIONS = {f"{name}_": getattr(torch.nn.functional, name) for name in ("relu6", "selu", "silu", "hardsigmoid", "hardswish")}

# PyTorch has no derivative for these in place.
NO_DERIVATIVE = {"asinh_", "acosh_", "atanh_"}


def apply(name, x):
    return FUNCTIONS[name](x, inplace=True) if name in FUNCTIONS else getattr(x, name)()


for (low, high), names in UNARY.items():
    x = uniform(3, 4, low=low, high=high)
    for name in names.split():
        check(name, lambda x, name=name: apply(name, x * 1), x, grad=name not in NO_DERIVATIVE)
a, b, positive = randn(3, 4), randn(4), uniform(4, low=0.5, high=2)
check("add_sub", lambda a, b: (a.clone().add_(b, alpha=2), a.clone().add_(1.5), a.clone().sub_(b), a.clone().sub_(0.5)), a, b)
check("mul_div", lambda a, b: (a.clone().mul_(b), a.clone().mul_(3), a.clone().div_(b), a.clone().div_(2)), a, positive)
check("pow_remainder_fmod", lambda a, b: (a.clone().pow_(2), a.clone().remainder_(b.detach()), a.clone().fmod_(b.detach())), a, positive)
check("comparisons", lambda a, b: (a.clone().eq_(b), a.clone().ne_(b), a.clone().lt_(b), a.clone().le_(b), a.clone().gt_(b), a.clone().ge_(b)),
      integers(0, 3, 8), integers(0, 3, 8))
check("logical", lambda a, b: (a.clone().logical_and_(b), a.clone().logical_or_(b), a.clone().logical_xor_(b), a.clone().logical_not_()),
      booleans(8), booleans(8))
check("bitwise", lambda a, b: (a.clone().bitwise_and_(b), a.clone().bitwise_or_(b), a.clone().bitwise_xor_(b), a.clone().bitwise_not_()),
      integers(0, 100, 8), integers(0, 100, 8))
check("floor_divide", lambda a, b: a.clone().floor_divide_(b), integers(-20, 20, 8), integers(1, 6, 8))
check("clamp", lambda x: (x.clone().clamp_(-0.5, 0.5), x.clone().clamp_min_(0.1), x.clone().clamp_max_(0.1)), a)
check("masked", lambda x, m, s: (x.clone().masked_fill_(m, 2), x.clone().masked_scatter_(m, s)), a, booleans(3, 4), randn(12))
check("index", lambda x, i, s: (x.clone().index_add_(0, i, s, alpha=2), x.clone().index_copy_(0, i, s), x.clone().index_fill_(0, i, 1.5)),
      a, torch.tensor([2, 0]), randn(2, 4))
check("shape", lambda x: (x.clone().unsqueeze_(1), x.clone().unsqueeze_(0).squeeze_(0), x.clone().transpose_(0, 1)), a)
check("triangles", lambda x: (x.clone().tril_(), x.clone().triu_(1)), a)
check("addmm", lambda c, m: c.clone().addmm_(m, m.T, beta=0.5, alpha=2), randn(3, 3), randn(3, 4))
