"""Interpolation, grid sampling and rearrangement of pixels."""

import torch
import torch.nn.functional as F

from reference.recorder import check, randn, uniform

line, picture, video = randn(1, 2, 7), randn(1, 2, 5, 6), randn(1, 1, 3, 4, 4)
grid = uniform(1, 3, 4, 2, low=-1.2, high=1.2)
volume_grid = uniform(1, 2, 2, 3, 3, low=-1.1, high=1.1)

for name, x, size in (("1d", line, (11,)), ("2d", picture, (8, 4)), ("3d", video, (5, 6, 3))):
    for mode in ("nearest", "nearest-exact", "area"):
        check(f"{mode}_{name}", lambda x, mode=mode, size=size: F.interpolate(x, size, mode=mode), x)
for mode, x, size in (("linear", line, (11,)), ("bilinear", picture, (8, 4)), ("bicubic", picture, (8, 4)), ("trilinear", video, (5, 6, 3))):
    for corners in (False, True):
        check(f"{mode}_{'corners' if corners else 'centres'}", lambda x, mode=mode, size=size, corners=corners: F.interpolate(
            x, size, mode=mode, align_corners=corners), x)
for mode in ("bilinear", "bicubic"):
    check(f"{mode}_antialias", lambda x, mode=mode: F.interpolate(x, (3, 4), mode=mode, antialias=True), picture)
check("nearest_scale", lambda x: F.interpolate(x, scale_factor=(2.0, 2.0)), picture)
check("bilinear_scale", lambda x: F.interpolate(x, scale_factor=(1.5, 0.6), mode="bilinear", align_corners=False), picture)
check("bilinear_recomputed_scale", lambda x: F.interpolate(
    x, scale_factor=(1.5, 0.6), mode="bilinear", align_corners=False, recompute_scale_factor=True), picture)
for mode in ("bilinear", "nearest"):
    for padding in ("zeros", "border", "reflection"):
        for corners in (False, True):
            check(f"grid_sample_{mode}_{padding}_{'corners' if corners else 'centres'}",
                  lambda x, g, mode=mode, padding=padding, corners=corners: F.grid_sample(x, g, mode, padding, corners), picture, grid)
check("grid_sample_3d", lambda x, g: F.grid_sample(x, g, "bilinear", "zeros", False), video, volume_grid)
check("affine_grid", lambda t: F.affine_grid(t, (2, 1, 3, 4), False), randn(2, 2, 3))
check("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2), randn(1, 8, 2, 3))
check("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2), randn(1, 2, 4, 6))
check("unfold", lambda x: F.unfold(x, (2, 3), dilation=(1, 2), padding=(1, 1), stride=(2, 1)), randn(1, 2, 5, 6))
check("fold", lambda x: F.fold(x, (4, 5), (2, 2)), randn(1, 8, 12))
check("fold_stride", lambda x: F.fold(x, (5, 5), (3, 3), padding=(1, 1), stride=(2, 2)), randn(1, 9, 9))
check("channel_shuffle", lambda x: torch.channel_shuffle(x, 2), randn(1, 4, 2, 2), grad=False)
