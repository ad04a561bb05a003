"""Conversions between data types, and simple arithmetic in each of them."""

import torch

from reference.recorder import booleans, check, integers, randn, uniform

FLOATS = {"float32": torch.float32, "float64": torch.float64, "float16": torch.float16, "bfloat16": torch.bfloat16}
INTEGERS = {"int8": torch.int8, "int16": torch.int16, "int32": torch.int32, "int64": torch.int64, "uint8": torch.uint8}
ALL = FLOATS | INTEGERS | {"bool": torch.bool}

for name, dtype in ALL.items():
    check(f"float32_to_{name}", lambda x, dtype=dtype: x.to(dtype), uniform(3, 7, high=100))
for name, dtype in ALL.items():
    source = booleans(11) if dtype == torch.bool else integers(0, 100, 11).to(dtype) if name in INTEGERS else randn(11, dtype=dtype)
    check(f"float32_from_{name}", lambda x: x.to(torch.float32), source)
for name, dtype in FLOATS.items():
    check(f"{name}_arithmetic", lambda a, b: (a + b, a * b - 1.5, a / b, (a * 3).sum()),
          randn(4, 5, dtype=dtype), uniform(5, low=0.5, high=2, dtype=dtype))
for name, dtype in INTEGERS.items():
    check(f"{name}_arithmetic", lambda a, b: (a + b, a * 2, a // b, a.sum(), a / b), integers(0, 12, 4, 5).to(dtype), integers(1, 9, 5).to(dtype))
check("named_methods", lambda x: (
    x.float(), x.double(), x.half(), x.bfloat16(), x.int(), x.long(), x.short(), x.char(), x.byte(), x.bool()), uniform(6, high=90), grad=False)
check("type_as", lambda a, b: a.type_as(b), randn(5), randn(2, dtype=torch.float64))
check("bfloat16_linear", lambda x, w, b: torch.nn.functional.linear(x, w, b),
      randn(4, 16, dtype=torch.bfloat16), randn(8, 16, dtype=torch.bfloat16), randn(8, dtype=torch.bfloat16))
check("promote_float_and_integer", lambda a, b: (a + b, b * a, a > b), randn(4), integers(0, 5, 4))
check("promote_integers", lambda a, b: (a + b, a * b), integers(0, 50, 4, dtype=torch.uint8), integers(-50, 50, 4, dtype=torch.int16))
check("promote_half_and_bfloat16", lambda a, b: a + b, randn(4, dtype=torch.float16), randn(4, dtype=torch.bfloat16))
check("promote_integer_and_scalar", lambda x: (x + 1, x + 1.5, x / 2, x * 0.5), integers(0, 9, 6))
check("promote_zero_dimensional", lambda a, b: a * b, randn(4), torch.tensor(1.25, dtype=torch.float64))
