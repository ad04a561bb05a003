"""Normalisation over batches, groups, layers and instances; running statistics in training and evaluation."""

import torch
import torch.nn.functional as F

from reference.recorder import check, randn, uniform


def batch_norm(x, mean, variance, weight, bias):
    mean, variance = mean.detach().clone(), variance.detach().clone()
    return F.batch_norm(x, mean, variance, weight, bias, training=True, momentum=0.2), mean, variance


def instance_norm(x, mean, variance):
    mean, variance = mean.detach().clone(), variance.detach().clone()
    return F.instance_norm(x, mean, variance, use_input_stats=True, momentum=0.3), mean, variance


statistics = randn(3), uniform(3, low=0.5, high=2)

check("layer_norm", lambda x, w, b: F.layer_norm(x, (6,), w, b), randn(2, 4, 6), randn(6), randn(6))
check("layer_norm_two_dimensions", lambda x: F.layer_norm(x, (4, 6), eps=1e-3), randn(2, 4, 6))
check("group_norm", lambda x, w, b: F.group_norm(x, 2, w, b), randn(2, 4, 3, 3), randn(4), randn(4))
check("group_norm_video", lambda x: F.group_norm(x, 4, eps=1e-6), randn(1, 8, 2, 3, 3))
check("instance_norm", lambda x, w, b: F.instance_norm(x, weight=w, bias=b), randn(2, 3, 4, 4), randn(3), randn(3))
check("instance_norm_running", instance_norm, randn(2, 3, 5), *statistics)
check("instance_norm_evaluation", lambda x, m, v: F.instance_norm(x, m.detach(), v.detach(), use_input_stats=False), randn(2, 3, 5), *statistics)
check("batch_norm_training", batch_norm, randn(4, 3, 5), *statistics, randn(3), randn(3))
check("batch_norm_evaluation", lambda x, m, v, w, b: F.batch_norm(x, m.detach(), v.detach(), w, b),
      randn(4, 3, 2, 2), *statistics, randn(3), randn(3))
check("batch_norm_without_affine", lambda x: F.batch_norm(x, None, None, training=True), randn(6, 4))
check("local_response_norm", lambda x: F.local_response_norm(x, 3, alpha=0.1), randn(2, 5, 4))
check("root_mean_square", lambda x, w: x * torch.rsqrt(x.pow(2).mean((-1,), keepdim=True) + 1e-6) * w, randn(2, 4, 6), randn(6))
