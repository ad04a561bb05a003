using F = TorchSharp.torch.nn.functional;

namespace VideoPoet.Engines.Tests.Parity.Cases;

/// <summary>Normalisation over batches, groups, layers and instances; running statistics in training and evaluation.</summary>
internal static class NormalisationCases
{
    public static CaseTable Table => new("normalisation")
    {
        { "layer_norm", (x, w, b) => F.layer_norm(x, [6], w, b) },
        { "layer_norm_two_dimensions", x => F.layer_norm(x, [4, 6], eps: 1e-3) },
        { "group_norm", (x, w, b) => F.group_norm(x, 2, w, b) },
        { "group_norm_video", x => F.group_norm(x, 4, eps: 1e-6) },
        { "instance_norm", (x, w, b) => F.instance_norm(x, weight: w, bias: b) },
        {
            "instance_norm_running", (x, m, v) =>
            {
                var (mean, variance) = (m.detach().clone(), v.detach().clone());
                return [F.instance_norm(x, mean, variance, momentum: 0.3), mean, variance];
            }
        },
        { "instance_norm_evaluation", (x, m, v) => F.instance_norm(x, m.detach(), v.detach(), use_input_stats: false) },
        {
            "batch_norm_training", (x, m, v, w, b) =>
            {
                var (mean, variance) = (m.detach().clone(), v.detach().clone());
                return [F.batch_norm(x, mean, variance, w, b, training: true, momentum: 0.2), mean, variance];
            }
        },
        { "batch_norm_evaluation", (x, m, v, w, b) => F.batch_norm(x, m.detach(), v.detach(), w, b) },
        { "batch_norm_without_affine", x => F.batch_norm(x, null!, null!, training: true) },
        { "local_response_norm", x => F.local_response_norm(x, 3, alpha: 0.1) },
        { "root_mean_square", (x, w) => x * rsqrt(x.pow(2).mean([-1], keepdim: true) + 1e-6) * w },
    };
}
