"""Maximum, average and adaptive pooling."""

import torch.nn.functional as F

from reference.recorder import check, randn

line, picture, video = randn(2, 3, 9), randn(1, 2, 6, 7), randn(1, 2, 4, 5, 5)

check("max_pool1d", lambda x: F.max_pool1d(x, 3, 2, 1), line)
check("max_pool1d_indices", lambda x: F.max_pool1d(x, 2, return_indices=True), line)
check("max_pool2d", lambda x: F.max_pool2d(x, 2), picture)
check("max_pool2d_ceil_dilation", lambda x: F.max_pool2d(x, (2, 3), (2, 2), (1, 1), (1, 2), ceil_mode=True), picture)
check("max_pool2d_indices", lambda x: F.max_pool2d(x, (2, 2), return_indices=True), picture)
check("max_pool3d", lambda x: F.max_pool3d(x, (2, 2, 2)), video)
check("max_pool3d_indices", lambda x: F.max_pool3d(x, (2, 2, 2), (1, 2, 2), return_indices=True), video)
check("avg_pool1d", lambda x: F.avg_pool1d(x, 3, 2, 1), line)
check("avg_pool2d", lambda x: F.avg_pool2d(x, 2), picture)
check("avg_pool2d_excluding_padding", lambda x: F.avg_pool2d(x, (3, 3), (2, 2), (1, 1), ceil_mode=True, count_include_pad=False), picture)
check("avg_pool2d_divisor", lambda x: F.avg_pool2d(x, (2, 2), divisor_override=3), picture)
check("avg_pool3d", lambda x: F.avg_pool3d(x, (2, 2, 2), (1, 2, 1)), video)
check("adaptive_avg_pool1d", lambda x: F.adaptive_avg_pool1d(x, 4), line)
check("adaptive_avg_pool2d", lambda x: (F.adaptive_avg_pool2d(x, 1), F.adaptive_avg_pool2d(x, (3, 4))), picture)
check("adaptive_avg_pool3d", lambda x: F.adaptive_avg_pool3d(x, (2, 3, 1)), video)
check("adaptive_max_pool1d", lambda x: F.adaptive_max_pool1d(x, 4), line)
check("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, (3, 4)), picture)
check("adaptive_max_pool3d", lambda x: F.adaptive_max_pool3d(x, (2, 3, 1)), video)
check("adaptive_max_pool_indices", lambda x: F.adaptive_max_pool2d(x, (3, 4), return_indices=True), picture)
