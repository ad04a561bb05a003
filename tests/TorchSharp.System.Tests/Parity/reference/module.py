"""Modules: the names in their state, their outputs, the gradients of inputs and parameters, and their state after a step."""

from torch import nn

from reference.recorder import check_module, integers, randn

line, picture, video = randn(2, 4, 9), randn(1, 4, 6, 6), randn(1, 2, 4, 4, 4)

check_module("linear", nn.Linear(6, 4), randn(3, 6))
check_module("linear_without_bias", nn.Linear(6, 4, bias=False), randn(2, 3, 6))
check_module("embedding", nn.Embedding(10, 4), integers(0, 10, 3, 5))
check_module("embedding_padding", nn.Embedding(10, 4, padding_idx=2), integers(0, 4, 3, 5))
check_module("conv1d", nn.Conv1d(4, 6, 3, stride=2, padding=1, groups=2), line)
check_module("conv1d_reflect", nn.Conv1d(4, 3, 3, padding=2, padding_mode="reflect"), line)
check_module("conv2d", nn.Conv2d(4, 3, 3, padding=1), picture)
check_module("conv2d_rectangle", nn.Conv2d(4, 3, (3, 1), stride=(2, 1), padding=(1, 0), bias=False), picture)
check_module("conv2d_replicate", nn.Conv2d(4, 2, 3, padding=1, padding_mode="replicate"), picture)
check_module("conv3d", nn.Conv3d(2, 3, (3, 2, 2), stride=(1, 2, 2), padding=(1, 0, 0)), video)
check_module("conv_transpose1d", nn.ConvTranspose1d(4, 3, 4, stride=2, padding=1), line)
check_module("conv_transpose2d", nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1, output_padding=1), picture)
check_module("conv_transpose3d", nn.ConvTranspose3d(2, 2, 3, stride=2, padding=1), randn(1, 2, 2, 3, 3))
check_module("layer_norm", nn.LayerNorm(6), randn(2, 3, 6))
check_module("layer_norm_without_affine", nn.LayerNorm((3, 6), elementwise_affine=False), randn(2, 3, 6))
check_module("group_norm", nn.GroupNorm(2, 4, eps=1e-6), picture)
check_module("instance_norm2d", nn.InstanceNorm2d(4, affine=True), picture)
check_module("batch_norm1d", nn.BatchNorm1d(4), line)
check_module("batch_norm2d", nn.BatchNorm2d(4, momentum=0.3), randn(2, 4, 3, 3))
check_module("batch_norm2d_evaluation", nn.BatchNorm2d(4), randn(2, 4, 3, 3), training=False)
check_module("instance_norm1d_tracked", nn.InstanceNorm1d(4, affine=True, track_running_stats=True), line)
check_module("instance_norm3d", nn.InstanceNorm3d(2), video)
check_module("batch_norm3d", nn.BatchNorm3d(2), video)
check_module("prelu", nn.PReLU(4), picture)
for name, activation in {
    "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky_relu": nn.LeakyReLU(0.2), "elu": nn.ELU(), "selu": nn.SELU(), "celu": nn.CELU(),
    "gelu": nn.GELU(), "gelu_tanh": nn.GELU("tanh"), "silu": nn.SiLU(), "mish": nn.Mish(), "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(),
    "softplus": nn.Softplus(), "softsign": nn.Softsign(), "hardswish": nn.Hardswish(), "hardsigmoid": nn.Hardsigmoid(),
    "hardtanh": nn.Hardtanh(-0.5, 2.0), "softshrink": nn.Softshrink(0.3), "hardshrink": nn.Hardshrink(0.3), "tanhshrink": nn.Tanhshrink(),
    "threshold": nn.Threshold(0.1, -2.0), "log_sigmoid": nn.LogSigmoid(), "softmax": nn.Softmax(-1), "log_softmax": nn.LogSoftmax(1), "glu": nn.GLU(1),
    "softmin": nn.Softmin(-1), "identity": nn.Identity(),
}.items():
    check_module(name, activation, line)
check_module("softmax2d", nn.Softmax2d(), picture)
for name, dropout, x in (
    ("dropout", nn.Dropout(0.4), line), ("dropout2d", nn.Dropout2d(0.4), picture), ("dropout3d", nn.Dropout3d(0.4), video),
    ("alpha_dropout", nn.AlphaDropout(0.4), line), ("rrelu", nn.RReLU(), line),
):
    check_module(f"{name}_evaluation", dropout, x, training=False)
check_module("max_pool1d", nn.MaxPool1d(3, 2), line)
check_module("max_pool3d", nn.MaxPool3d(2), video)
check_module("avg_pool1d", nn.AvgPool1d(3, 2), line)
check_module("adaptive_avg_pool1d", nn.AdaptiveAvgPool1d(4), line)
check_module("adaptive_avg_pool3d", nn.AdaptiveAvgPool3d((2, 1, 3)), video)
check_module("adaptive_max_pool1d", nn.AdaptiveMaxPool1d(4), line)
check_module("adaptive_max_pool2d", nn.AdaptiveMaxPool2d((2, 3)), picture)
check_module("adaptive_max_pool3d", nn.AdaptiveMaxPool3d((2, 1, 3)), video)
check_module("max_pool2d", nn.MaxPool2d(2), picture)
check_module("avg_pool2d", nn.AvgPool2d(3, 2), picture)
check_module("adaptive_avg_pool2d", nn.AdaptiveAvgPool2d((2, 3)), picture)
check_module("avg_pool3d", nn.AvgPool3d(2), video)
check_module("upsample_nearest", nn.Upsample(scale_factor=(2.0, 2.0)), picture)
check_module("upsample_bilinear", nn.Upsample((5, 9), mode="bilinear", align_corners=True), picture)
check_module("pixel_shuffle", nn.PixelShuffle(2), picture)
check_module("pixel_unshuffle", nn.PixelUnshuffle(2), picture)
check_module("reflection_pad2d", nn.ReflectionPad2d((1, 2, 2, 1)), picture)
check_module("reflection_pad1d", nn.ReflectionPad1d(2), line)
check_module("reflection_pad3d", nn.ReflectionPad3d(1), video)
check_module("replication_pad1d", nn.ReplicationPad1d((1, 3)), line)
check_module("replication_pad2d", nn.ReplicationPad2d(2), picture)
check_module("replication_pad3d", nn.ReplicationPad3d(1), video)
check_module("constant_pad1d", nn.ConstantPad1d((1, 2), 0.5), line)
check_module("constant_pad2d", nn.ConstantPad2d(1, -0.5), picture)
check_module("constant_pad3d", nn.ConstantPad3d(1, 2.0), video)
check_module("zero_pad2d", nn.ZeroPad2d(1), picture)
check_module("flatten", nn.Flatten(), picture)
check_module("unflatten", nn.Unflatten(1, (2, 2)), picture)
check_module("fold", nn.Fold((4, 5), (2, 2)), randn(1, 8, 12))
check_module("unfold", nn.Unfold((2, 3), stride=(2, 1)), picture)
check_module("sequential", nn.Sequential(nn.Conv2d(4, 6, 3), nn.GroupNorm(3, 6), nn.SiLU(), nn.Flatten(), nn.Linear(96, 3)), picture)
check_module("sequential_nested", nn.Sequential(nn.Sequential(nn.Linear(9, 5), nn.Tanh()), nn.Linear(5, 2)), line)
