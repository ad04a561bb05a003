"""Special functions of mathematics."""

import torch
from torch import special

from reference.recorder import check, randn, uniform

positive, inside = uniform(8, low=0.3, high=4), uniform(8, low=0.05, high=0.95)

for name in ("bessel_j0", "bessel_j1", "bessel_y0", "bessel_y1", "modified_bessel_i0", "modified_bessel_i1", "modified_bessel_k0",
             "modified_bessel_k1", "spherical_bessel_j0", "airy_ai"):
    check(name, getattr(special, name), positive, grad=False)
for name in ("entr", "erfcx", "exp2", "expit", "expm1", "gammaln", "i0e", "i1", "i1e", "ndtr", "psi", "sinc"):
    check(name, getattr(special, name), positive)
for name in ("erfinv", "logit", "ndtri"):
    check(name, getattr(special, name), inside)
check("polygamma", lambda x: (torch.polygamma(1, x), torch.polygamma(2, x)), positive)
check("mvlgamma", lambda x: torch.mvlgamma(x, 2), positive + 1)
check("gammainc", lambda a, x: (special.gammainc(a, x), special.gammaincc(a, x)), positive, inside, grad=False)
check("xlog1py", lambda x, y: special.xlog1py(x, y), randn(8), inside)
check("zeta", lambda x, q: special.zeta(x, q), positive + 1, positive, grad=False)
check("ldexp", lambda x, e: torch.ldexp(x, e), randn(5), torch.tensor([0, 1, -2, 3, 4]))
check("frexp", lambda x: torch.frexp(x), randn(5), grad=False)
check("nextafter", lambda a, b: torch.nextafter(a, b), randn(5), randn(5), grad=False)
check("polar", lambda r, t: torch.view_as_real(torch.polar(r, t)), positive, randn(8))
