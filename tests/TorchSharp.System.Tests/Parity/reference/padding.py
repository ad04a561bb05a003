"""Padding in every mode and number of dimensions."""

import torch.nn.functional as F

from reference.recorder import check, randn

line, picture, video = randn(2, 3, 6), randn(1, 2, 4, 5), randn(1, 2, 3, 4, 4)

check("constant_last", lambda x: F.pad(x, (1, 2)), line)
check("constant_value", lambda x: F.pad(x, (1, 0, 2, 1), value=-1.5), picture)
check("constant_3d", lambda x: F.pad(x, (1, 1, 0, 2, 2, 0)), video)
check("negative", lambda x: F.pad(x, (-1, 2)), line)
for mode in ("reflect", "replicate", "circular"):
    check(f"{mode}_1d", lambda x, mode=mode: F.pad(x, (2, 1), mode=mode), line)
    check(f"{mode}_2d", lambda x, mode=mode: F.pad(x, (1, 2, 2, 1), mode=mode), picture)
    check(f"{mode}_3d", lambda x, mode=mode: F.pad(x, (1, 2, 0, 1, 2, 1), mode=mode), video)
