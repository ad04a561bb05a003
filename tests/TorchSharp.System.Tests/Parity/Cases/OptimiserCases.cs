using TorchSharp.Modules;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Ten steps of every optimiser over given gradients, and the clipping of gradients. The output is the parameter after every step.</summary>
internal static class OptimiserCases
{
    public static CaseTable Table => new("optimiser")
    {
        { "sgd", Steps(p => optim.SGD(p, 0.1)) },
        { "sgd_momentum", Steps(p => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.1, weight_decay: 0.01)) },
        { "sgd_nesterov", Steps(p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true)) },
        { "adam", Steps(p => optim.Adam(p, 0.01)) },
        { "adam_decay", Steps(p => optim.Adam(p, 0.01, 0.8, 0.99, 1e-6, weight_decay: 0.1)) },
        { "adam_amsgrad", Steps(p => optim.Adam(p, 0.01, amsgrad: true)) },
        { "adam_maximise", Steps(p => optim.Adam(p, 0.01, maximize: true)) },
        { "adamw", Steps(p => optim.AdamW(p, 0.01, weight_decay: 0.1)) },
        { "adamw_amsgrad", Steps(p => optim.AdamW(p, 0.01, 0.9, 0.95, weight_decay: 0.01, amsgrad: true)) },
        { "clip_grad_norm", (a, b) => ClipNorm([a, b], 1, 2) },
        { "clip_grad_norm_unchanged", (a, b) => ClipNorm([a, b], 100, 2) },
        { "clip_grad_norm_infinity", (a, b) => ClipNorm([a, b], 0.5, double.PositiveInfinity) },
        {
            "clip_grad_value", a =>
            {
                var parameter = WithGradient(zeros_like(a), a);
                nn.utils.clip_grad_value_([parameter], 0.5);
                return Gradient(parameter);
            }
        },
    };

    private static Func<Tensor, Tensor, Tensor> Steps(Func<Parameter[], optim.Optimizer> make) => (initial, gradients) =>
    {
        var parameter = new Parameter(initial.clone());
        using var optimiser = make([parameter]);
        var trajectory = new List<Tensor>();
        foreach (var gradient in gradients.unbind())
        {
            parameter.grad = gradient.clone();
            optimiser.step();
            trajectory.Add(parameter.detach().clone());
        }

        return stack(trajectory);
    };

    private static Tensor[] ClipNorm(Tensor[] gradients, double limit, double kind)
    {
        var parameters = gradients.Select(gradient => WithGradient(zeros_like(gradient), gradient)).ToArray();
        var norm = nn.utils.clip_grad_norm_(parameters, limit, kind);
        return [tensor((float)norm), .. parameters.Select(Gradient)];
    }

    private static Parameter WithGradient(Tensor value, Tensor gradient) => new(value) { grad = gradient.clone() };

    private static Tensor Gradient(Parameter parameter) => parameter.grad ?? throw new InvalidOperationException("The parameter has no gradient.");
}
