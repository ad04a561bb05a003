using TorchSharp.Modules;
using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Activation functions.</summary>
internal static class ActivationCases
{
    public static CaseTable Table => new("activation")
    {
        { "relu", x => F.relu(x) },
        { "relu6", x => F.relu6(x) },
        { "elu", x => F.elu(x, 1) },
        { "selu", x => F.selu(x) },
        { "celu", x => F.celu(x, 1) },
        { "gelu", x => F.gelu(x) },
        { "silu", x => F.silu(x) },
        { "mish", x => F.mish(x) },
        { "softplus", x => F.softplus(x) },
        { "softsign", x => F.softsign(x) },
        { "softshrink", x => F.softshrink(x) },
        { "hardshrink", x => F.hardshrink(x) },
        { "hardsigmoid", x => F.hardsigmoid(x) },
        { "hardswish", x => F.hardswish(x) },
        { "leaky_relu", x => F.leaky_relu(x) },
        { "logsigmoid", x => F.logsigmoid(x) },
        { "sigmoid", x => F.sigmoid(x) },
        { "tanh", x => F.tanh(x) },
        { "tanhshrink", x => F.tanhshrink(x) },
        { "glu", x => F.glu(x) },
        { "gelu_tanh", x => F.gelu(x, GELU.Approximate.tanh) },
        { "elu_alpha", x => F.elu(x, 0.5) },
        { "celu_alpha", x => F.celu(x, 0.5) },
        { "leaky_relu_slope", x => F.leaky_relu(x, 0.2) },
        { "softplus_beta", x => F.softplus(x, 2, 3) },
        { "softshrink_lambda", x => F.softshrink(x, 0.3) },
        { "hardshrink_lambda", x => F.hardshrink(x, 0.3) },
        { "threshold", x => F.threshold(x, 0.2, -3) },
        { "glu_dimension", x => F.glu(x, 0) },
        { "prelu", (x, w) => F.prelu(x, w) },
        { "softmax", x => [F.softmax(x, 1), F.softmax(x, 0, float64)] },
        { "softmin", x => F.softmin(x, 1) },
        { "log_softmax", x => F.log_softmax(x, -1) },
        { "softmax2d", x => F.softmax2d(x) },
        { "dropout_in_evaluation", x => [F.dropout(x, 0.5, training: false), F.dropout2d(x.reshape(1, 1, 4, 6), 0.5, training: false)] },
        { "rrelu_in_evaluation", x => F.rrelu(x, 0.1, 0.4) },
        { "in_place", x => F.relu((x * 2).add_(0.5), inplace: true) },
    };
}
