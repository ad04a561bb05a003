"""Convolutions and their transposes with every stride, padding, dilation and group rule."""

import torch.nn.functional as F

from reference.recorder import check, randn

check("conv1d", lambda x, w, b: F.conv1d(x, w, b), randn(2, 3, 8), randn(4, 3, 3), randn(4))
check("conv1d_stride_padding_dilation", lambda x, w: F.conv1d(x, w, stride=2, padding=3, dilation=2), randn(2, 3, 9), randn(4, 3, 3))
check("conv1d_groups", lambda x, w, b: F.conv1d(x, w, b, padding=1, groups=2), randn(2, 4, 7), randn(6, 2, 3), randn(6))
check("conv1d_same", lambda x, w: F.conv1d(x, w, padding="same", dilation=2), randn(1, 2, 9), randn(3, 2, 3))
check("conv1d_unbatched", lambda x, w: F.conv1d(x, w), randn(3, 8), randn(4, 3, 3))
check("conv2d", lambda x, w, b: F.conv2d(x, w, b), randn(2, 2, 5, 6), randn(3, 2, 3, 3), randn(3))
check("conv2d_rectangle", lambda x, w: F.conv2d(x, w, stride=(2, 1), padding=(0, 2), dilation=(1, 2)), randn(1, 2, 7, 6), randn(3, 2, 3, 2))
check("conv2d_depthwise", lambda x, w: F.conv2d(x, w, padding=1, groups=4), randn(1, 4, 5, 5), randn(4, 1, 3, 3))
check("conv2d_same", lambda x, w: F.conv2d(x, w, padding="same"), randn(1, 2, 5, 5), randn(2, 2, 3, 5))
check("conv2d_1x1", lambda x, w, b: F.conv2d(x, w, b), randn(2, 3, 4, 4), randn(5, 3, 1, 1), randn(5))
check("conv3d", lambda x, w, b: F.conv3d(x, w, b, padding=1), randn(1, 2, 3, 4, 4), randn(3, 2, 3, 3, 3), randn(3))
check("conv3d_stride_dilation", lambda x, w: F.conv3d(x, w, stride=(2, 1, 1), dilation=(1, 1, 2)), randn(1, 2, 4, 4, 5), randn(2, 2, 2, 3, 2))
check("conv3d_groups", lambda x, w: F.conv3d(x, w, groups=2), randn(1, 4, 3, 3, 3), randn(4, 2, 2, 2, 2))
check("conv3d_same", lambda x, w: F.conv3d(x, w, padding="same"), randn(1, 1, 3, 4, 4), randn(2, 1, 3, 3, 3))
check("conv_transpose1d", lambda x, w, b: F.conv_transpose1d(x, w, b), randn(2, 3, 6), randn(3, 4, 3), randn(4))
check("conv_transpose1d_stride", lambda x, w: F.conv_transpose1d(x, w, stride=2, padding=1, output_padding=1, dilation=2),
      randn(2, 3, 6), randn(3, 2, 3))
check("conv_transpose1d_groups", lambda x, w: F.conv_transpose1d(x, w, groups=2), randn(1, 4, 5), randn(4, 3, 3))
check("conv_transpose2d", lambda x, w, b: F.conv_transpose2d(x, w, b), randn(1, 3, 4, 4), randn(3, 2, 3, 3), randn(2))
check("conv_transpose2d_stride", lambda x, w: F.conv_transpose2d(x, w, stride=(2, 3), padding=(1, 0), output_padding=(1, 2)),
      randn(1, 2, 3, 4), randn(2, 3, 3, 3))
check("conv_transpose3d", lambda x, w, b: F.conv_transpose3d(x, w, b), randn(1, 2, 2, 3, 3), randn(2, 2, 3, 3, 3), randn(2))
check("conv_transpose3d_stride", lambda x, w: F.conv_transpose3d(x, w, stride=2, padding=1, output_padding=1),
      randn(1, 2, 2, 2, 3), randn(2, 2, 3, 3, 3))
