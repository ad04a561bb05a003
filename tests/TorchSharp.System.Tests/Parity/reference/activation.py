"""Activation functions."""

import torch
import torch.nn.functional as F

from reference.recorder import check, randn

x = randn(4, 6) * 2

for name in ("relu", "relu6", "elu", "selu", "celu", "gelu", "silu", "mish", "softplus", "softsign", "softshrink", "hardshrink", "hardtanh",
             "hardsigmoid", "hardswish", "leaky_relu", "logsigmoid", "tanhshrink", "glu"):
    check(name, getattr(F, name), x)
check("sigmoid", torch.sigmoid, x)
check("tanh", torch.tanh, x)
check("gelu_tanh", lambda x: F.gelu(x, approximate="tanh"), x)
check("elu_alpha", lambda x: F.elu(x, 0.5), x)
check("celu_alpha", lambda x: F.celu(x, 0.5), x)
check("leaky_relu_slope", lambda x: F.leaky_relu(x, 0.2), x)
check("hardtanh_range", lambda x: F.hardtanh(x, -0.5, 1.5), x)
check("softplus_beta", lambda x: F.softplus(x, 2, 3), x)
check("softshrink_lambda", lambda x: F.softshrink(x, 0.3), x)
check("hardshrink_lambda", lambda x: F.hardshrink(x, 0.3), x)
check("threshold", lambda x: F.threshold(x, 0.2, -3), x)
check("glu_dimension", lambda x: F.glu(x, 0), x)
check("prelu", lambda x, w: F.prelu(x, w), randn(2, 3, 4), randn(3))
check("softmax", lambda x: (F.softmax(x, 1), F.softmax(x, 0, dtype=torch.float64)), x)
check("softmin", lambda x: F.softmin(x, 1), x)
check("log_softmax", lambda x: F.log_softmax(x, -1), x)
check("softmax2d", lambda x: F.softmax(x, -3), randn(2, 3, 2, 2))
check("dropout_in_evaluation", lambda x: (F.dropout(x, 0.5, training=False), F.dropout2d(x[None, None], 0.5, training=False)), x)
check("rrelu_in_evaluation", lambda x: F.rrelu(x, 0.1, 0.4), x)
check("in_place", lambda x: F.relu((x * 2).add_(0.5), inplace=True), x)
